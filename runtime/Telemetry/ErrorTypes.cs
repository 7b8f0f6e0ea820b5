using System.Globalization;

namespace PowerConnectors.Telemetry;

/// <summary>The kind of a failure, of which there are few: never what a service made up.</summary>
internal static class ErrorTypes
{
    public static string Of(int status) => status.ToString(CultureInfo.InvariantCulture);

    /// <summary>The status of a refusal; the code of ours where there was no answer or one that cannot be read; else the exception's type.</summary>
    public static string Of(Exception exception) =>
        exception is not ConnectorRequestException failure ? exception.GetType().FullName!
        : failure.Status is 0 or (>= 200 and < 300) && failure.ErrorCode is { } code ? code
        : Of(failure.Status);
}
