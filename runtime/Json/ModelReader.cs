using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>
/// What generated code reads a model with: <see cref="Utf8JsonReader"/> over one contiguous buffer, plus the memory of undeclared members.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ModelReader
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly bool _strict;
    private Utf8JsonReader _json;
    private ReadOnlySpan<byte> _name;
    private int _nameStart;
    private bool _isUnfit;

    // A stack: the ranges of an object lie above those of the objects around it, which go on when it has ended.
    private (int Start, int End)[]? _kept;
    private int _keptCount;

    internal ModelReader(ReadOnlySpan<byte> source, bool strict)
    {
        _source = source;
        _strict = strict;
        _json = new Utf8JsonReader(source, JsonLimits.Reading);
    }

    /// <summary>Begins an object: the reader must stand on its opening brace.</summary>
    /// <returns>A mark for <see cref="EndObject"/>.</returns>
    public readonly int BeginObject()
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object");
        }

        return _keptCount;
    }

    /// <summary>Goes on to the next member's value.</summary>
    /// <param name="name">The member's name, unescaped.</param>
    /// <returns><see langword="false"/> at the end of the object.</returns>
    public bool ReadMember(out ReadOnlySpan<byte> name)
    {
        Advance();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        _nameStart = (int)_json.TokenStartIndex;
        _name = name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        Advance();
        _isUnfit = false;
        return true;
    }

    /// <summary>Whether the member's value is <c>null</c>, which <paramref name="owner"/> then remembers.</summary>
    /// <param name="owner">The model that the member belongs to.</param>
    public readonly bool IsNull(ConnectorModel owner)
    {
        if (_json.TokenType != JsonTokenType.Null)
        {
            // A member sent twice: the last one counts, also over a null before it.
            if (owner.Notes is not null)
            {
                owner.Forget(_name);
            }

            return false;
        }

        owner.KeepNull(_name);
        return true;
    }

    /// <summary>Remembers again, once the property is set, that there is no value for it: setting it says that there is one.</summary>
    /// <param name="owner">The model that the member belongs to.</param>
    public readonly void KeepNull(ConnectorModel owner)
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            owner.KeepNull(_name);
        }
        else if (_isUnfit)
        {
            owner.KeepUnfit(_name, Token);
        }
    }

    /// <summary>Keeps the member, whose name the document does not declare, as the bytes that it consists of.</summary>
    public void KeepMember()
    {
        int start = _nameStart;
        _json.Skip();
        int end = (int)_json.BytesConsumed;
        if (_keptCount > 0 && IsSeparator(_source[_kept![_keptCount - 1].End..start]))
        {
            _kept[_keptCount - 1].End = end;
            return;
        }

        if (_keptCount == (_kept?.Length ?? 0))
        {
            GrowKept();
        }

        _kept![_keptCount++] = (start, end);
    }

    /// <summary>Ends an object: hands its undeclared members to the model.</summary>
    /// <param name="owner">The model.</param>
    /// <param name="mark">What <see cref="BeginObject"/> returned.</param>
    public void EndObject(ConnectorModel owner, int mark)
    {
        if (_keptCount == mark)
        {
            return;
        }

        ReadOnlySpan<(int Start, int End)> ranges = _kept.AsSpan(mark, _keptCount - mark);
        int length = 1 + ranges.Length;
        foreach ((int start, int end) in ranges)
        {
            length += end - start;
        }

        byte[] json = GC.AllocateUninitializedArray<byte>(length);
        int position = 0;
        foreach ((int start, int end) in ranges)
        {
            json[position] = position == 0 ? (byte)'{' : (byte)',';
            position++;
            _source[start..end].CopyTo(json.AsSpan(position));
            position += end - start;
        }

        json[position] = (byte)'}';
        owner.Undeclared = json;
        _keptCount = mark;
    }

    /// <summary>Notes that a required member has no value. Services omit them at times, so this is an error only where reading is strict.</summary>
    /// <param name="name">The member's name on the wire.</param>
    /// <exception cref="JsonException">Reading is strict.</exception>
    public readonly void Missing(ReadOnlySpan<byte> name)
    {
        if (_strict)
        {
            throw new JsonException($"the required member '{Encoding.UTF8.GetString(name)}' is missing");
        }
    }

    /// <summary>Like <see cref="Missing(ReadOnlySpan{byte})"/>, for a member whose C# type has no way to say that it was absent.</summary>
    /// <param name="owner">The model, which remembers it.</param>
    /// <param name="name">The member's name on the wire.</param>
    /// <exception cref="JsonException">Reading is strict.</exception>
    public readonly void Missing(ConnectorModel owner, ReadOnlySpan<byte> name)
    {
        Missing(name);
        if (!owner.IsValueless(name))
        {
            owner.KeepAbsent(name);
        }
    }

    internal static T ReadAll<T>(ReadOnlySpan<byte> utf8, ReadValue<T> read, bool strict)
    {
        ModelReader reader = new(utf8, strict);
        try
        {
            reader.Advance();
            T value = read(ref reader);
            if (reader._json.Read())
            {
                throw reader.Unexpected("the end");
            }

            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw JsonLocation.Explain(exception, utf8, reader._json.TokenStartIndex, reader._json.BytesConsumed);
        }
        finally
        {
            if (reader._kept is { } rented)
            {
                ArrayPool<(int, int)>.Shared.Return(rented);
            }
        }
    }

    private void Advance()
    {
        if (!_json.Read())
        {
            throw new JsonException("the JSON ends too early");
        }
    }

    private void GrowKept()
    {
        const int Initial = 32;
        (int, int)[] larger = ArrayPool<(int, int)>.Shared.Rent(Math.Max(Initial, _keptCount * 2));
        if (_kept is not null)
        {
            _kept.AsSpan(0, _keptCount).CopyTo(larger);
            ArrayPool<(int, int)>.Shared.Return(_kept);
        }

        _kept = larger;
    }

    private static bool IsSeparator(ReadOnlySpan<byte> between) => between.IndexOfAnyExcept(", \t\r\n"u8) < 0;

    private readonly JsonException Unexpected(string expected) => new($"expected {expected}, found {Describe(_json.TokenType)}");

    private static string Describe(JsonTokenType token) =>
        token switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "a boolean",
            JsonTokenType.Null => "null",
            _ => token.ToString(),
        };
}
