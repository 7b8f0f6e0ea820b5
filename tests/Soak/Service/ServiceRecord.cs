namespace PowerConnectors.Soak.Service;

/// <summary>A request as the emulator recorded it.</summary>
internal sealed record ServiceRecord(string Method, string Target, string? OperationId, string Body, bool CarriedOut);
