namespace PowerConnectors.Telemetry;

/// <summary>Names of what spans and metrics are told apart by: OpenTelemetry's where it has them.</summary>
internal static class TagNames
{
    public const string Connector = "powerconnectors.connector";
    public const string Operation = "powerconnectors.operation";
    public const string Attempts = "powerconnectors.attempts";
    public const string Attempt = "powerconnectors.attempt";
    public const string Wait = "powerconnectors.wait.duration";
    public const string WaitReason = "powerconnectors.wait.reason";
    public const string Endpoint = "powerconnectors.endpoint";
    public const string Connection = "powerconnectors.connection.id";
    public const string Limit = "powerconnectors.limit";
    public const string ErrorType = "error.type";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string StatusCode = "http.response.status_code";
    public const string ServiceRequestId = "azure.service.request.id";
}
