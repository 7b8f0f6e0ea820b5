using System.Text.Json;
using Azure;
using PowerConnectors.Errors;
using PowerConnectors.Json;

namespace PowerConnectors.Lookups;

/// <summary>Answers as the JSON that they were: models lose nothing of it.</summary>
internal static class AnswerJson
{
    public static JsonElement Of<T>(T value, WriteValue<T> write) =>
        value is JsonElement json ? json : JsonElement.Parse(ModelWriter.WriteAll(value, write, WritePurpose.Save), JsonLimits.Parsing);

    public static Response<JsonElement> Of<T>(NullableResponse<T> answer, WriteValue<T> write) =>
        Response.FromValue(answer.HasValue ? Of(answer.Value!, write) : JsonElement.Parse("null"u8), answer.GetRawResponse());

    /// <summary>The JSON of an answer that the document does not describe.</summary>
    public static Response<JsonElement> Of(Response answer, string operationName)
    {
        try
        {
            ReadOnlySpan<byte> content = answer.Content.ToMemory().Span;
            return Response.FromValue(
                content.IsEmpty ? JsonElement.Parse("null"u8) : JsonElement.Parse(content, JsonLimits.Parsing),
                answer
            );
        }
        catch (JsonException exception)
        {
            throw Unreadable(answer, operationName, "is not JSON", exception);
        }
    }

    /// <summary>What stands at a place of the answer.</summary>
    public static Response<JsonElement> Select(Response<JsonElement> answer, string operationName, string? place) =>
        JsonPlace.Find(answer.Value, place) is { } found
            ? Response.FromValue(found, answer.GetRawResponse())
            : throw Unreadable(answer.GetRawResponse(), operationName, $"has nothing at '{place}'", cause: null);

    /// <summary>The items of a list in the answer. One that is null has none.</summary>
    public static IEnumerable<JsonElement> ItemsOf(Response<JsonElement> answer, string operationName, string? place)
    {
        JsonElement list = Select(answer, operationName, place).Value;
        return list.ValueKind switch
        {
            JsonValueKind.Array => list.EnumerateArray(),
            JsonValueKind.Null => [],

            // What a listing answers whose document does not say where its items are.
            JsonValueKind.Object
                when place is null && list.TryGetProperty("value", out JsonElement items) && items.ValueKind == JsonValueKind.Array =>
                items.EnumerateArray(),
            _ => throw Unreadable(
                answer.GetRawResponse(),
                operationName,
                place is null ? "is no list" : $"has no list at '{place}'",
                cause: null
            ),
        };
    }

    private static ConnectorRequestException Unreadable(Response answer, string operationName, string reason, Exception? cause) =>
        new(operationName, answer.Status, ErrorCodes.UnreadableAnswer, $"the answer {reason}", cause);
}
