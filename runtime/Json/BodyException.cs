namespace PowerConnectors.Json;

/// <summary>
/// A model that must not be sent as it is. Thrown inside the writer, which alone does not know where in the body it stands; whoever owns the body adds the
/// path and turns it into the caller's <see cref="ArgumentException"/>.
/// </summary>
/// <param name="reason">What is wrong, without a full stop.</param>
/// <param name="remedy">What to do about it, as a sentence.</param>
/// <param name="member">The member without a value; <see langword="null"/> if the value being written is itself what is wrong.</param>
internal sealed class BodyException(string reason, string remedy, string? member = null) : Exception
{
    public string Path { get; private init; } = "$";

    /// <summary>Whether it is about the value that was to be written next, and not about a member that is missing from an object.</summary>
    public bool IsOfValue => member is null;

    public override string Message => $"At {Path}, {reason}. {remedy}";

    /// <summary>The same with its place, which the JSON written so far tells.</summary>
    public BodyException After(ReadOnlySpan<byte> written) =>
        new(reason, remedy, member)
        {
            Path = member is null ? JsonLocation.PathAt(written, written.Length) : $"{JsonLocation.OpenContainer(written)}.{member}",
        };
}
