using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PowerConnectors.Json;

/// <summary>
/// The base of every generated model: it keeps what the service sent beyond the document, so that reading and writing a model loses nothing.
/// </summary>
public abstract class ConnectorModel
{
    /// <summary>
    /// What the typed properties do not show: members that the document does not declare, and members that are explicitly <c>null</c>.
    /// </summary>
    [JsonIgnore]
    public ModelJson Json => new(this);

    /// <summary>One JSON object with the undeclared members as they came, or <see langword="null"/> if there are none.</summary>
    internal byte[]? Undeclared { get; set; }

    /// <summary>What the typed properties of declared members cannot say.</summary>
    internal List<MemberNote>? Notes { get; private set; }

    /// <summary>Whether a member has a typed property.</summary>
    /// <param name="memberName">The member's name on the wire.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract bool IsDeclared(string memberName);

    internal void KeepNull(ReadOnlySpan<byte> name) => Keep(new MemberNote(name.ToArray(), NoteKind.Null));

    internal void KeepAbsent(ReadOnlySpan<byte> name) => Keep(new MemberNote(name.ToArray(), NoteKind.Absent));

    internal void KeepNumber(ReadOnlySpan<byte> name, ReadOnlySpan<byte> token) =>
        Keep(new MemberNote(name.ToArray(), NoteKind.Number, token.ToArray()));

    internal void Forget(ReadOnlySpan<byte> name)
    {
        int index = IndexOfNote(name);
        if (index >= 0)
        {
            Notes!.RemoveAt(index);
        }
    }

    /// <summary>Takes all nulls back: the members are absent then, and none of them 0 or false.</summary>
    internal void ForgetNulls()
    {
        for (int i = 0; i < (Notes?.Count ?? 0); i++)
        {
            if (Notes![i].Kind == NoteKind.Null)
            {
                Notes[i] = Notes[i] with { Kind = NoteKind.Absent };
            }
        }
    }

    internal bool IsNullKept(ReadOnlySpan<byte> name) => IndexOfNote(name) is >= 0 and int index && Notes![index].Kind == NoteKind.Null;

    internal bool IsValueless(ReadOnlySpan<byte> name) => IndexOfNote(name) is >= 0 and int index && Notes![index].Kind != NoteKind.Number;

    /// <summary>The token that a number was read from, if it was not the usual one.</summary>
    internal byte[]? KeptNumber(ReadOnlySpan<byte> name) => IndexOfNote(name) is >= 0 and int index ? Notes![index].Token : null;

    private void Keep(MemberNote note)
    {
        Forget(note.Name);
        (Notes ??= []).Add(note);
    }

    private int IndexOfNote(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < (Notes?.Count ?? 0); i++)
        {
            if (name.SequenceEqual(Notes![i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
