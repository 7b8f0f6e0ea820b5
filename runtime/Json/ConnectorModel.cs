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

    /// <summary>Declared members without a value that the typed property cannot tell from an unset one.</summary>
    internal List<ValuelessMember>? Valueless { get; set; }

    /// <summary>Whether a member has a typed property.</summary>
    /// <param name="memberName">The member's name on the wire.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract bool IsDeclared(string memberName);

    internal void KeepNull(ReadOnlySpan<byte> name)
    {
        ForgetValueless(name);
        (Valueless ??= []).Add(new ValuelessMember(name.ToArray(), IsNull: true));
    }

    internal void KeepAbsent(ReadOnlySpan<byte> name) => (Valueless ??= []).Add(new ValuelessMember(name.ToArray(), IsNull: false));

    internal bool ForgetValueless(ReadOnlySpan<byte> name)
    {
        int index = IndexOfValueless(name);
        if (index < 0)
        {
            return false;
        }

        Valueless!.RemoveAt(index);
        return true;
    }

    internal bool IsNullKept(ReadOnlySpan<byte> name) => IndexOfValueless(name) is >= 0 and int index && Valueless![index].IsNull;

    internal bool IsValueless(ReadOnlySpan<byte> name) => IndexOfValueless(name) >= 0;

    private int IndexOfValueless(ReadOnlySpan<byte> name)
    {
        for (int i = 0; i < (Valueless?.Count ?? 0); i++)
        {
            if (name.SequenceEqual(Valueless![i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
