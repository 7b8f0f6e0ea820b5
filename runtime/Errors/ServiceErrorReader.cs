using System.Text;
using System.Text.Json;
using PowerConnectors.Json;

namespace PowerConnectors.Errors;

/// <summary>
/// Reads the body of a refusal: <c>{"error":{"code","message"}}</c>, <c>{"statusCode","message"}</c>, <c>{"status","source","message"}</c> and their relatives. A message
/// that holds another error as text is unwrapped, as the innermost one is what really happened.
/// </summary>
internal static class ServiceErrorReader
{
    private const int MaxNesting = 8;

    /// <summary>Never throws: a body that is no error in a known form gives none.</summary>
    public static ServiceError Read(ReadOnlySpan<byte> body)
    {
        ServiceError error = ReadJson(body, MaxNesting);
        return error.IsKnown ? error : ReadJson(CutJson.Close(body), MaxNesting);
    }

    private static ServiceError ReadJson(ReadOnlySpan<byte> json, int nesting)
    {
        try
        {
            Utf8JsonReader reader = new(json, JsonLimits.Reading);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return ReadObject(document.RootElement, nesting);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or text within it that is no valid Unicode.
            return default;
        }
    }

    private static ServiceError ReadObject(JsonElement element, int nesting)
    {
        if (element.ValueKind != JsonValueKind.Object || nesting == 0)
        {
            return default;
        }

        // OAuth answers {"error":"code","error_description":"message"}.
        JsonElement error = Find(element, "error");
        if (error.ValueKind == JsonValueKind.Object && ReadObject(error, nesting - 1) is { IsKnown: true } wrapped)
        {
            return wrapped;
        }

        string? code = Text(Find(element, "code")) ?? Text(error);
        JsonElement message = Find(element, "message");
        if (message.ValueKind == JsonValueKind.Object)
        {
            ServiceError inner = ReadObject(message, nesting - 1);
            return inner with { Code = inner.Code ?? code };
        }

        return Unwrap(code, Text(message) ?? Text(Find(element, "error_description")), nesting);
    }

    private static ServiceError Unwrap(string? code, string? message, int nesting)
    {
        int start = message?.IndexOf('{', StringComparison.Ordinal) ?? -1;
        int end = message?.LastIndexOf('}') ?? -1;
        if (start < 0 || end < start)
        {
            return new ServiceError(code, message);
        }

        ServiceError inner = ReadJson(Encoding.UTF8.GetBytes(message![start..(end + 1)]), nesting - 1);
        return inner.IsKnown ? new ServiceError(inner.Code ?? code, inner.Message ?? message) : new ServiceError(code, message);
    }

    // Services differ in case ("Message"); what the usual spelling finds counts first.
    private static JsonElement Find(JsonElement element, string name)
    {
        if (element.TryGetProperty(name, out JsonElement exact))
        {
            return exact;
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return default;
    }

    private static string? Text(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.String when element.GetString() is { Length: > 0 } text => text,
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
}
