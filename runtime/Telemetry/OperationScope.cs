using PowerConnectors.Http;

namespace PowerConnectors.Telemetry;

/// <summary>One call of an operation from its beginning to its end, over all attempts and waits.</summary>
internal readonly struct OperationScope(ClientTelemetry telemetry, ConnectorCall call, long began) : IDisposable
{
    public void Completed(ReceivedAnswer answer) => telemetry.Completed(call, answer, began);

    public void Failed(Exception exception) => telemetry.Failed(call, exception, began);

    public void Dispose() => call.Span?.Dispose();
}
