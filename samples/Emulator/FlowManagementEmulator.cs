using PowerConnectors.Emulator.Administration;
using PowerConnectors.Emulator.Faults;
using PowerConnectors.Emulator.Limits;
using PowerConnectors.Emulator.Requests;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator;

/// <summary>
/// A stand-in for the Power Automate Management connector, in this process and on a port of its own: for tests, and for trying things without a tenant.
/// </summary>
public sealed class FlowManagementEmulator : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly RequestLog _log;
    private readonly FaultPlan _faults;
    private readonly CallCounter _calls;

    private FlowManagementEmulator(WebApplication application, EmulatorOptions options)
    {
        _application = application;
        _log = application.Services.GetRequiredService<RequestLog>();
        _faults = application.Services.GetRequiredService<FaultPlan>();
        _calls = application.Services.GetRequiredService<CallCounter>();
        State = new EmulatorState(application.Services.GetRequiredService<EmulatorStore>());
        ConnectionId = options.ConnectionId;
        var origin = application.Urls.First().TrimEnd('/');
        Endpoint = new Uri(origin + EmulatorHost.BasePath);
        Administration = new Uri(origin + AdministrationEndpoints.Path + "/");
    }

    /// <summary>What a client takes as its endpoint: <c>http://127.0.0.1:port/apim/flowmanagement</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>Where the emulator itself is looked after, from outside this process too: <c>http://127.0.0.1:port/emulator/</c>.</summary>
    public Uri Administration { get; }

    /// <summary>The connection that a client must name.</summary>
    public string ConnectionId { get; }

    /// <summary>What the service holds at this moment.</summary>
    public EmulatorState State { get; }

    /// <summary>The requests so far, in the order in which they arrived.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>How many calls were turned away so far because there were too many.</summary>
    public int TurnedAway => _calls.TurnedAway;

    /// <summary>Starts an emulator with freshly seeded state.</summary>
    /// <param name="options">How to start; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<FlowManagementEmulator> StartAsync(
        EmulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new EmulatorOptions();
        var application = EmulatorHost.Build(options);
        try
        {
            await application.StartAsync(cancellationToken);
            return new FlowManagementEmulator(application, options);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>What goes wrong. Another script begins to count anew; an empty one ends all faults but those of <see cref="FailNext(string, EmulatorFault)"/>.</summary>
    /// <exception cref="ArgumentException">The script is wrong; the message says what, and where.</exception>
    public FaultScript Faults
    {
        get => _faults.Script;
        set => _faults.Script = value;
    }

    /// <summary>What has come of the rules of <see cref="Faults"/> so far.</summary>
    public IReadOnlyList<RuleCount> FaultCounts => _faults.Count();

    /// <summary>Has the next call of an operation meet a fault, before anything else is looked at. Several wait in line.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="fault">What happens.</param>
    /// <exception cref="ArgumentException">The connector has no such operation, or the fault is wrong.</exception>
    public void FailNext(string operationId, EmulatorFault fault) => _faults.AddNext(operationId, fault);

    /// <summary>Answers the next call of an operation with exactly this, before anything else is looked at. Several wait in line.</summary>
    /// <param name="operationId">The operation to fail.</param>
    /// <param name="status">The status to answer.</param>
    /// <param name="contentType">The content type, if any.</param>
    /// <param name="body">The body, if any: need not be JSON.</param>
    /// <param name="headers">Further headers, for example <c>Retry-After</c>.</param>
    /// <exception cref="ArgumentException">The connector has no such operation, or the status is none.</exception>
    public void FailNext(
        string operationId,
        int status,
        string? contentType = null,
        string? body = null,
        IReadOnlyDictionary<string, string>? headers = null
    ) =>
        _faults.AddNext(
            operationId,
            new StatusFault
            {
                Status = status,
                ContentType = contentType,
                Body = body ?? "",
                Headers = headers ?? new Dictionary<string, string>(),
            }
        );

    /// <summary>Stops the emulator and forgets its state.</summary>
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
