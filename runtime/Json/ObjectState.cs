using System.Runtime.CompilerServices;

namespace PowerConnectors.Json;

/// <summary>How far the reading of one object has come.</summary>
internal ref struct ObjectState
{
    private const int Bits = 64;
    private ulong _seen;
    private HashSet<int>? _moreSeen;

    public ObjectState(ConnectorModel model, int mark)
    {
        Model = model;
        Members = model.DeclaredMembers;
        Mark = mark;
    }

    public ConnectorModel Model { get; }

    public ModelMembers Members { get; }

    /// <summary>Where the object's undeclared members begin among those of all objects around it.</summary>
    public int Mark { get; }

    /// <summary>Goes on to a member.</summary>
    /// <returns>Its number, or -1 if it is undeclared.</returns>
    // Inlined for what is said at NameIndex.SlotOf.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int GoTo(ReadOnlySpan<byte> name)
    {
        int member = Members.IndexOf(name);
        if (member is >= 0 and < Bits)
        {
            _seen |= 1UL << member;
        }
        else if (member >= Bits && Members.Required is [.., >= Bits])
        {
            (_moreSeen ??= []).Add(member);
        }

        return member;
    }

    /// <summary>Whether a required member has come, be it as <c>null</c>.</summary>
    public readonly bool HasSeen(int member) =>
        member < Bits ? (_seen & (1UL << member)) != 0 : _moreSeen is not null && _moreSeen.Contains(member);
}
