namespace PowerConnectors.Json;

/// <summary>What is remembered of a declared member because its typed property cannot say it.</summary>
/// <param name="Member">The member's number.</param>
/// <param name="Kind">What there is to say.</param>
/// <param name="Token">The value as it was sent, if the typed property writes it differently or cannot hold it.</param>
internal readonly record struct MemberNote(int Member, NoteKind Kind, byte[]? Token = null);

/// <summary>What a <see cref="MemberNote"/> says.</summary>
internal enum NoteKind
{
    /// <summary>The member was explicitly <c>null</c>.</summary>
    Null,

    /// <summary>The member was absent, although its C# type has no way to say so.</summary>
    Absent,

    /// <summary>The member was a value in a form of its own, such as <c>1.0</c>.</summary>
    Form,

    /// <summary>The member was a value that its C# type cannot hold, such as <c>"soon"</c> for a date.</summary>
    Unfit,
}
