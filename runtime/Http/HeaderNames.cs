namespace PowerConnectors.Http;

/// <summary>Headers in which services name their requests.</summary>
internal static class HeaderNames
{
    public const string RequestId = "x-ms-request-id";
    public const string CorrelationRequestId = "x-ms-correlation-request-id";
}
