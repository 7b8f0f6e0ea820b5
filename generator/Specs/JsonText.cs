using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs;

/// <summary>Reads JSON into nodes. Of a name that stands twice in one object the last counts, with a warning; System.Text.Json itself would throw.</summary>
internal static class JsonText
{
    /// <summary>Whether the text is JSON; if not, a finding says where it stops to be. JSON's null is read as null.</summary>
    public static bool TryRead(string text, string path, FindingList findings, DiagnosticDescriptor broken, out JsonNode? node)
    {
        node = null;
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = 128 });
        try
        {
            reader.Read();
            node = ReadValue(ref reader, text, utf8, path, findings);
            reader.Read();
            return true;
        }
        catch (JsonException exception)
        {
            int offset = JsonPositions.OffsetOf(utf8, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            findings.Add(broken, path, JsonPositions.At(text, utf8, offset), Reason(exception));
            return false;
        }
    }

    private static JsonNode? ReadValue(ref Utf8JsonReader reader, string text, byte[] utf8, string path, FindingList findings)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                JsonObject members = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = reader.GetString()!;
                    int start = (int)reader.TokenStartIndex;
                    reader.Read();
                    if (members.ContainsKey(name))
                    {
                        findings.Add(Descriptors.DuplicateName, path, JsonPositions.At(text, utf8, start), name);
                    }

                    members[name] = ReadValue(ref reader, text, utf8, path, findings);
                }

                return members;
            case JsonTokenType.StartArray:
                JsonArray items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, text, utf8, path, findings));
                }

                return items;
            default:
                using (JsonDocument value = JsonDocument.ParseValue(ref reader))
                {
                    return JsonValue.Create(value.RootElement.Clone());
                }
        }
    }

    // The reader ends its messages with the place, which the finding carries itself.
    private static string Reason(JsonException exception)
    {
        int place = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (place < 0 ? exception.Message : exception.Message.Substring(0, place)).TrimEnd('.');
    }
}
