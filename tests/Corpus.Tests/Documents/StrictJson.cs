using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace PowerConnectors.Corpus.Tests.Documents;

/// <summary>Where a text stops being JSON, counted from 1.</summary>
internal sealed record JsonFault(int Line, string Reason);

/// <summary>Says whether bytes are JSON, to the letter of the standard.</summary>
internal static class StrictJson
{
    private const string NotUtf8 = "The bytes are no UTF-8.";

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 512 };

    public static JsonFault? FindFault(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            return new JsonFault(1 + utf8[..FirstInvalid(utf8)].Count((byte)'\n'), NotUtf8);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8.ToArray(), s_options);
            return null;
        }
        catch (JsonException exception)
        {
            return new JsonFault((int)(exception.LineNumber ?? 0) + 1, exception.Message);
        }
    }

    /// <summary>The value; of a name that stands twice the last counts.</summary>
    public static JsonNode? Read(ReadOnlySpan<byte> utf8)
    {
        using JsonDocument document = JsonDocument.Parse(utf8.ToArray(), s_options);
        return Copy(document.RootElement);
    }

    private static JsonNode? Copy(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject members = [];
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    members[member.Name] = Copy(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Copy)]);
            default:
                return JsonNode.Parse(element.GetRawText());
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(utf8[position..], out _, out int length) == OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }
}
