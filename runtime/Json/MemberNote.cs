namespace PowerConnectors.Json;

/// <summary>What is remembered of a declared member because its typed property cannot say it.</summary>
/// <param name="Name">The member's name on the wire.</param>
/// <param name="Kind">What there is to say.</param>
/// <param name="Token">The number as it was sent, if it would be written differently.</param>
internal readonly record struct MemberNote(byte[] Name, NoteKind Kind, byte[]? Token = null);

/// <summary>What a <see cref="MemberNote"/> says.</summary>
internal enum NoteKind
{
    /// <summary>The member was explicitly <c>null</c>.</summary>
    Null,

    /// <summary>The member was absent, although its C# type has no way to say so.</summary>
    Absent,

    /// <summary>The member was a number in a form of its own, such as <c>1.0</c>.</summary>
    Number,
}
