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
    private int _nameStart;

    // The declared member whose value is read. Within it those of the objects in it come, so that it counts until the first token is passed.
    private int _member;

    // A stack: the ranges of an object lie above those of the objects around it, which go on when it has ended.
    private (int Start, int End)[]? _kept;
    private int _keptCount;

    internal ModelReader(ReadOnlySpan<byte> source, bool strict)
    {
        _source = source;
        _strict = strict;
        _json = new Utf8JsonReader(source, JsonLimits.Reading);
    }

    internal readonly void BeginObject()
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object");
        }
    }

    /// <summary>Goes on to the next member's value.</summary>
    /// <param name="name">The member's name, unescaped.</param>
    /// <returns><see langword="false"/> at the end of the object.</returns>
    internal bool ReadMember(out ReadOnlySpan<byte> name)
    {
        Advance();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        _nameStart = (int)_json.TokenStartIndex;
        name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        Advance();
        return true;
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

    private void KeepMember()
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

    private void EndObject(in ObjectState state)
    {
        if (_keptCount > state.Mark)
        {
            state.Model.Undeclared = TakeKept(state.Mark);
        }

        if (state.Members.Required.Length > 0)
        {
            CheckRequired(state);
        }
    }

    // Services omit required members at times, so that this is an error only where reading is strict.
    private readonly void CheckRequired(in ObjectState state)
    {
        foreach (int member in state.Members.Required)
        {
            bool isMissing = !state.HasSeen(member);
            if (_strict && (isMissing || state.Model.IsNullKept(member)))
            {
                throw new JsonException($"the required member '{state.Members.NameOf(member)}' is missing");
            }

            if (isMissing && state.Members.RulesOf(member).HasFlag(MemberRules.RequiredValue))
            {
                state.Model.KeepAbsent(member);
            }
        }
    }

    private byte[] TakeKept(int mark)
    {
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
        _keptCount = mark;
        return json;
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

    private void ReadMembers(ConnectorModel model)
    {
        BeginObject();
        ObjectState state = new(model, _keptCount);
        while (ReadMember(out ReadOnlySpan<byte> name))
        {
            _member = state.GoTo(name);
            if (_member < 0)
            {
                KeepMember();
                continue;
            }

            // A member sent twice: the last one counts, also over a null before it.
            if (model.Notes is not null)
            {
                model.Forget(_member);
            }

            model.ReadMember(ref this, _member);
        }

        EndObject(state);
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
