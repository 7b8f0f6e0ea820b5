namespace PowerConnectors.Emulator.Endpoints;

internal static class OperationContext
{
    /// <summary>The operation that path and verb belong to; null if none.</summary>
    public static string? OperationId(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OperationMetadata>()?.OperationId;
}
