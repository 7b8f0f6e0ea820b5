namespace PowerConnectors.Json;

/// <summary>
/// A model that must not be sent as it is. Thrown inside the writer, which alone does not know where in the body it stands; whoever owns the body adds the
/// path and turns it into the caller's <see cref="ArgumentException"/>.
/// </summary>
internal sealed class BodyException(string reason, string? member = null) : Exception(reason)
{
    public string Path { get; private init; } = "$";

    public string Reason { get; } = reason;

    public override string Message => $"{Path}: {Reason}";

    public BodyException At(string container) => new(Reason, member) { Path = member is null ? container : $"{container}.{member}" };
}
