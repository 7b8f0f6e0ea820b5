using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs.Json;

/// <summary>Reads JSON into nodes. Of a name that stands twice in one object the last counts, with a warning; System.Text.Json itself would throw.</summary>
internal sealed class JsonText
{
    private const char Replacement = '\ufffd';

    private readonly string _text;
    private readonly byte[] _utf8;
    private readonly string _path;
    private readonly FindingList _findings;
    private readonly List<string> _pointer = [];

    private JsonText(string text, string path, FindingList findings)
    {
        _text = text;
        _utf8 = Encoding.UTF8.GetBytes(text);
        _path = path;
        _findings = findings;
    }

    /// <summary>Whether the text is JSON; if not, a finding says where it stops to be. JSON's null is read as null.</summary>
    public static bool TryRead(string text, string path, FindingList findings, DiagnosticDescriptor broken, out JsonNode? node) =>
        new JsonText(text, path, findings).TryRead(broken, out node);

    private bool TryRead(DiagnosticDescriptor broken, out JsonNode? node)
    {
        node = null;
        Utf8JsonReader reader = new(_utf8, new JsonReaderOptions { MaxDepth = JsonPositions.MaxDepth });
        bool isWhole = false;
        try
        {
            reader.Read();
            node = ReadValue(ref reader);
            isWhole = true;
            reader.Read();
        }
        catch (JsonException exception)
        {
            int offset = JsonPositions.OffsetOf(_utf8, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            JsonFault fault = JsonFault.Find(_text, JsonPositions.At(_utf8, offset).Offset, isWhole, exception);
            _findings.Add(broken, _path, JsonPositions.AtOffset(_text, fault.Offset), _pointer, fault.Reason);
            return false;
        }

        ReportReplacements();
        return true;
    }

    private JsonNode? ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                JsonObject members = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = reader.GetString()!;
                    int start = (int)reader.TokenStartIndex;
                    _pointer.Add(name);
                    reader.Read();
                    if (members.ContainsKey(name))
                    {
                        _findings.Add(Descriptors.DuplicateName, _path, JsonPositions.At(_utf8, start), _pointer, name);
                    }

                    members[name] = ReadValue(ref reader);
                    _pointer.RemoveAt(_pointer.Count - 1);
                }

                return members;
            case JsonTokenType.StartArray:
                JsonArray items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    _pointer.Add(items.Count.ToString(CultureInfo.InvariantCulture));
                    items.Add(ReadValue(ref reader));
                    _pointer.RemoveAt(_pointer.Count - 1);
                }

                return items;
            case JsonTokenType.String:
                return JsonValue.Create(reader.GetString());
            case JsonTokenType.True or JsonTokenType.False:
                return JsonValue.Create(reader.GetBoolean());
            default:
                return JsonValue.Create(JsonElement.ParseValue(ref reader));
        }
    }

    // The compiler reads bytes that are not UTF-8 as this character, in whatever number there are: one finding says it for all of them.
    private void ReportReplacements()
    {
        int first = _text.IndexOf(Replacement);
        if (first >= 0)
        {
            string count = _text.Count(static c => c == Replacement).ToString(CultureInfo.InvariantCulture);
            IReadOnlyList<string> pointer = JsonPositions.PointerTo(_utf8, Encoding.UTF8.GetByteCount(_text.Substring(0, first)));
            _findings.Add(Descriptors.NotUtf8, _path, JsonPositions.AtOffset(_text, first), pointer, count);
        }
    }
}
