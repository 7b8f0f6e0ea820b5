using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>
/// Finds the JSON path of a position by reading the text once more. It runs only when something is wrong, so that reading and writing pay nothing for it.
/// </summary>
internal static class JsonLocation
{
    // Of names that stand in a path without quotes.
    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
    );

    /// <summary>Makes the exception that a caller sees: what is wrong, at which path, line and column.</summary>
    public static JsonException Explain(Exception cause, ReadOnlySpan<byte> json, long tokenStart, long consumed)
    {
        // The reader's own complaint is about what comes after the last good token.
        bool malformed = cause.GetType() != typeof(JsonException) && cause is JsonException;
        long position = malformed ? consumed : tokenStart;
        string path = PathAt(json, position);
        (long line, long column) = LineAt(json, position);
        string reason = cause.Message.TrimEnd('.');
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"The JSON cannot be read at {path} (line {line + 1}, byte {column + 1}): {reason}."
        );
        return new JsonException(message, path, line, column, cause);
    }

    /// <summary>The path of the token that begins at <paramref name="position"/>, or of the place where the text breaks off before it.</summary>
    public static string PathAt(ReadOnlySpan<byte> json, long position) => Walk(json, position).ToPath(withCurrent: true);

    /// <summary>The path of the innermost object that is still open at the end of <paramref name="json"/>.</summary>
    public static string OpenContainer(ReadOnlySpan<byte> json) => Walk(json, long.MaxValue).ToPath(withCurrent: false);

    /// <summary>Where in <paramref name="json"/> the line and column of an exception are.</summary>
    public static long PositionOf(ReadOnlySpan<byte> json, JsonException exception)
    {
        int lineStart = 0;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
        {
            lineStart += json[lineStart..].IndexOf((byte)'\n') + 1;
        }

        return lineStart + (exception.BytePositionInLine ?? 0);
    }

    private static Trail Walk(ReadOnlySpan<byte> json, long position)
    {
        Trail trail = new();
        Utf8JsonReader reader = new(json, isFinalBlock: false, new JsonReaderState(JsonLimits.Reading));
        try
        {
            while (reader.Read())
            {
                trail.Enter(ref reader);
                if (reader.TokenStartIndex >= position && reader.TokenType != JsonTokenType.PropertyName)
                {
                    break;
                }

                trail.Leave(reader.TokenType);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Malformed from here on, or a name that is no text: the trail so far is the answer.
        }

        return trail;
    }

    private static (long Line, long Column) LineAt(ReadOnlySpan<byte> json, long position)
    {
        ReadOnlySpan<byte> before = json[..(int)Math.Min(position, json.Length)];
        int lastBreak = before.LastIndexOf((byte)'\n');
        return (before.Count((byte)'\n'), before.Length - lastBreak - 1);
    }

    private sealed class Trail
    {
        private readonly List<Frame> _frames = [];

        public void Enter(ref Utf8JsonReader reader)
        {
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                _frames.RemoveAt(_frames.Count - 1);
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                _frames[^1] = _frames[^1] with { Name = reader.GetString() };
            }
            else if (_frames.Count > 0 && _frames[^1].IsArray)
            {
                _frames[^1] = _frames[^1] with { Index = _frames[^1].Index + 1 };
            }
        }

        public void Leave(JsonTokenType token)
        {
            if (token is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                _frames.Add(new Frame(token == JsonTokenType.StartArray, Index: -1, Name: null));
            }
        }

        public string ToPath(bool withCurrent)
        {
            StringBuilder path = new("$");
            for (int i = 0; i < (withCurrent ? _frames.Count : _frames.Count - 1); i++)
            {
                Append(path, _frames[i]);
            }

            return path.ToString();
        }

        private static void Append(StringBuilder path, Frame frame)
        {
            if (frame.IsArray)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{Math.Max(frame.Index, 0)}]");
            }
            else if (frame.Name is { } name)
            {
                bool plain = name.Length > 0 && !name.AsSpan().ContainsAnyExcept(s_plain);
                path.Append(plain ? $".{name}" : $"['{name}']");
            }
        }

        private readonly record struct Frame(bool IsArray, int Index, string? Name);
    }
}
