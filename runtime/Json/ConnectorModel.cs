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

    internal void KeepForm(ReadOnlySpan<byte> name, ReadOnlySpan<byte> token) =>
        Keep(new MemberNote(name.ToArray(), NoteKind.Form, token.ToArray()));

    internal void KeepUnfit(ReadOnlySpan<byte> name, ReadOnlySpan<byte> token) =>
        Keep(new MemberNote(name.ToArray(), NoteKind.Unfit, token.ToArray()));

    internal void Forget(ReadOnlySpan<byte> name)
    {
        int index = IndexOfNote(name);
        if (index >= 0)
        {
            Notes!.RemoveAt(index);
        }
    }

    /// <summary>Takes back all nulls and all values that do not fit: the members are absent then, and none of them 0 or false.</summary>
    internal void ForgetWritten()
    {
        for (int i = 0; i < (Notes?.Count ?? 0); i++)
        {
            if (Notes![i].Kind is NoteKind.Null or NoteKind.Unfit)
            {
                Notes[i] = new MemberNote(Notes[i].Name, NoteKind.Absent);
            }
        }
    }

    internal bool IsNullKept(ReadOnlySpan<byte> name) => IndexOfNote(name) is >= 0 and int index && Notes![index].Kind == NoteKind.Null;

    internal bool IsValueless(ReadOnlySpan<byte> name) => IndexOfNote(name) is >= 0 and int index && Notes![index].Kind != NoteKind.Form;

    /// <summary>The token that a value was read from, if it is not written the same.</summary>
    internal byte[]? KeptForm(ReadOnlySpan<byte> name) =>
        IndexOfNote(name) is >= 0 and int index && Notes![index].Kind == NoteKind.Form ? Notes[index].Token : null;

    /// <summary>The value of a declared member that its typed property cannot hold.</summary>
    internal byte[]? KeptUnfit(ReadOnlySpan<byte> name) =>
        IndexOfNote(name) is >= 0 and int index && Notes![index].Kind == NoteKind.Unfit ? Notes[index].Token : null;

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
