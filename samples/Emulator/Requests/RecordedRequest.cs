namespace PowerConnectors.Emulator.Requests;

/// <summary>A request as it arrived, and what came of it.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Target">Path and query, undecoded.</param>
/// <param name="OperationId">The operation that path and verb belong to; null if none.</param>
/// <param name="Headers">The headers; several values of one are joined with a comma. Names compare without regard to case.</param>
/// <param name="Body">The body as text; empty if there was none.</param>
public sealed record RecordedRequest(
    string Method,
    string Target,
    string? OperationId,
    IReadOnlyDictionary<string, string> Headers,
    string Body
)
{
    /// <summary>Whether the operation ran and did what it is for: a write has changed what the service holds, whether the caller heard of it or not.</summary>
    public bool CarriedOut { get; internal set; }

    /// <summary>The status that was sent; null as long as there is none, or if none was sent at all.</summary>
    public int? Status { get; internal set; }

    /// <summary>Whether the connection was ended beneath the web server, which believes to this day that it could have answered.</summary>
    internal bool ConnectionEnded { get; set; }

    /// <summary>The fault that the request met: the name of its rule, or else its kind; null if none.</summary>
    public string? Fault { get; internal set; }
}
