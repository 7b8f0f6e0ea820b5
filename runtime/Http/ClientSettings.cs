using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PowerConnectors.Authentication;
using PowerConnectors.Errors;
using PowerConnectors.Json;
using PowerConnectors.Telemetry;

namespace PowerConnectors.Http;

/// <summary>The options of one client, checked and no longer changing.</summary>
internal sealed class ClientSettings
{
    private const int MaxApplicationIdLength = 64;

    // What an array can hold, nearly: an answer is read as one piece.
    private const int LargestResponse = 2_000_000_000;

    // What a timer can take.
    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private ClientSettings(ConnectorClientOptions options, ConnectorDescription description, WireCredential[] credentials)
    {
        AttemptTimeout = CheckTimeout(options.AttemptTimeout);
        TimeProvider = options.TimeProvider ?? throw Wrong(nameof(options.TimeProvider), "must not be null");
        UserAgent = Http.UserAgent.Create(CheckApplicationId(options.ApplicationId), description);
        Limits = CheckLimits(options.Limits, description);
        ThrottleQueueLimit =
            options.ThrottleQueueLimit >= 0
                ? options.ThrottleQueueLimit
                : throw Wrong(nameof(options.ThrottleQueueLimit), "must not be negative");
        ThrottleRegistry = options.ThrottleRegistry ?? throw Wrong(nameof(options.ThrottleRegistry), "must not be null");
        MaxRetries = options.MaxRetries >= 0 ? options.MaxRetries : throw Wrong(nameof(options.MaxRetries), "must not be negative");
        RetryTimeLimit =
            options.RetryTimeLimit >= TimeSpan.Zero && options.RetryTimeLimit <= s_longestTimeout
                ? options.RetryTimeLimit
                : throw Wrong(nameof(options.RetryTimeLimit), "must not be negative, and at most 49 days");
        Redactor = new SecretRedactor([.. description.SecretNames, .. NamesOf(credentials)]);
        Errors = new ErrorFactory(Redactor, new ErrorHints(description.ErrorHints), TimeProvider);
        MaxResponseSize = options.MaxResponseSize is > 0 and <= LargestResponse
            ? options.MaxResponseSize
            : throw Wrong(nameof(options.MaxResponseSize), "must be between 1 and 2,000,000,000 bytes");
        Telemetry = new ClientTelemetry(description.Name, CreateLogger(options.LoggerFactory, description), Redactor, TimeProvider);
        QueryKeys = new QueryKeyNames(NamesOf(Array.FindAll(credentials, static credential => credential.IsInQuery)));
        StrictReading = options.StrictReading;
        BodyPurpose = options.SendUndeclaredMembers ? WritePurpose.Request : WritePurpose.Request | WritePurpose.DeclaredOnly;
    }

    public TimeSpan AttemptTimeout { get; }

    public TimeProvider TimeProvider { get; }

    public IReadOnlyList<ConnectorLimit> Limits { get; }

    public int ThrottleQueueLimit { get; }

    public ConnectorThrottleRegistry ThrottleRegistry { get; }

    public int MaxRetries { get; }

    public TimeSpan RetryTimeLimit { get; }

    public string UserAgent { get; }

    /// <summary>Takes secrets out of what is shown or logged.</summary>
    public SecretRedactor Redactor { get; }

    public ErrorFactory Errors { get; }

    public int MaxResponseSize { get; }

    public ClientTelemetry Telemetry { get; }

    /// <summary>The query parameters that hold keys, which nothing but the wire may have.</summary>
    public QueryKeyNames QueryKeys { get; }

    public bool StrictReading { get; }

    public WritePurpose BodyPurpose { get; }

    public static ClientSettings From(ConnectorClientOptions options, ConnectorDescription description, WireCredential[] credentials) =>
        new(options, description, credentials);

    private static string[] NamesOf(WireCredential[] credentials) =>
        Array.ConvertAll(credentials, static credential => credential.WireName);

    private static ILogger CreateLogger(ILoggerFactory? factory, ConnectorDescription description) =>
        (factory ?? NullLoggerFactory.Instance).CreateLogger($"{nameof(PowerConnectors)}.{description.Name}");

    private static ConnectorLimit[] CheckLimits(IList<ConnectorLimit>? given, ConnectorDescription description)
    {
        ConnectorLimit[] limits = [.. given ?? (IEnumerable<ConnectorLimit>)description.Limits];
        return Array.Exists(limits, static limit => limit is null)
            ? throw Wrong(nameof(ConnectorClientOptions.Limits), "must not hold null")
            : limits;
    }

    private static TimeSpan CheckTimeout(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout <= s_longestTimeout)
            ? timeout
            : throw Wrong(
                nameof(ConnectorClientOptions.AttemptTimeout),
                "must be longer than zero and at most 49 days, or Timeout.InfiniteTimeSpan"
            );

    private static string? CheckApplicationId(string? id) =>
        id is null || (id.Length is > 0 and <= MaxApplicationIdLength && !id.AsSpan().ContainsAnyExceptInRange('!', '~'))
            ? id
            : throw Wrong(nameof(ConnectorClientOptions.ApplicationId), "must be 1 to 64 visible ASCII characters without spaces");

    internal static ArgumentException Wrong(string option, string rule, string parameter = "options") =>
        new($"{nameof(ConnectorClientOptions)}.{option} {rule}.", parameter);
}
