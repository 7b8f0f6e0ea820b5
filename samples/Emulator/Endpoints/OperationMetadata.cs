namespace PowerConnectors.Emulator.Endpoints;

/// <summary>Tells the middleware which operation a request has been routed to.</summary>
internal sealed record OperationMetadata(string OperationId);
