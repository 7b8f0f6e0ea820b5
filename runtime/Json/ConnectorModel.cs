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

    /// <summary>The members that have a typed property.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ModelMembers DeclaredMembers { get; }

    /// <summary>Sets the property of a declared member.</summary>
    /// <param name="reader">The reader, on the first token of the member's value; afterwards on its last.</param>
    /// <param name="member">The member's number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract void ReadMember(ref ModelReader reader, int member);

    /// <summary>Writes the declared members that have a value.</summary>
    /// <param name="members">Where to.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract void WriteMembers(ObjectWriter members);

    internal void KeepNull(int member) => Keep(new MemberNote(member, NoteKind.Null));

    internal void KeepAbsent(int member) => Keep(new MemberNote(member, NoteKind.Absent));

    internal void KeepForm(int member, ReadOnlySpan<byte> token) => Keep(new MemberNote(member, NoteKind.Form, token.ToArray()));

    internal void KeepUnfit(int member, ReadOnlySpan<byte> token) => Keep(new MemberNote(member, NoteKind.Unfit, token.ToArray()));

    internal void Forget(int member)
    {
        int index = IndexOfNote(member);
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
                Notes[i] = new MemberNote(Notes[i].Member, NoteKind.Absent);
            }
        }
    }

    internal bool IsNullKept(int member) => IndexOfNote(member) is >= 0 and int index && Notes![index].Kind == NoteKind.Null;

    internal bool IsValueless(int member) => IndexOfNote(member) is >= 0 and int index && Notes![index].Kind != NoteKind.Form;

    /// <summary>The token that a value was read from, if it is not written the same.</summary>
    internal byte[]? KeptForm(int member) =>
        IndexOfNote(member) is >= 0 and int index && Notes![index].Kind == NoteKind.Form ? Notes[index].Token : null;

    /// <summary>The value of a declared member that its typed property cannot hold.</summary>
    internal byte[]? KeptUnfit(int member) =>
        IndexOfNote(member) is >= 0 and int index && Notes![index].Kind == NoteKind.Unfit ? Notes[index].Token : null;

    private void Keep(MemberNote note)
    {
        Forget(note.Member);
        (Notes ??= []).Add(note);
    }

    private int IndexOfNote(int member)
    {
        for (int i = 0; i < (Notes?.Count ?? 0); i++)
        {
            if (Notes![i].Member == member)
            {
                return i;
            }
        }

        return -1;
    }
}
