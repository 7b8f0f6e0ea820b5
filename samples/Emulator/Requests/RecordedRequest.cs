namespace PowerConnectors.Emulator.Requests;

/// <summary>A request as it arrived.</summary>
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
);
