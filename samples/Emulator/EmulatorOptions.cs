using PowerConnectors.Emulator.Faults;

namespace PowerConnectors.Emulator;

/// <summary>How the emulator is started and in which ways it misbehaves.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The page size of the service.</summary>
    public const int DefaultPageSize = 250;

    /// <summary>The address to listen on. Port 0, the default, is any free port; it takes an address in figures.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>The one connection that exists. Calls through any other are refused as the gateway refuses them.</summary>
    public string ConnectionId { get; init; } = "9d1f0c2e4b6a48c7a3e5d7f90b1c2d3e";

    /// <summary>The most items on one page of a pageable list.</summary>
    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>How many flows that are not deleted the first environment has; at least as many as there are notable ones.</summary>
    public int FlowCount { get; init; } = 620;

    /// <summary>The clock: decides whether a token has expired and when a window of a limit ends, and dates what is created or changed.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What the service allows one connection: 100 calls in a minute, and 300 calls other than GET in an hour.</summary>
    public static IReadOnlyList<EmulatorLimit> ServiceLimits { get; } =
    [new(100, TimeSpan.FromMinutes(1)), new(300, TimeSpan.FromHours(1), ExceptReads: true)];

    /// <summary>How many calls are let in; more are answered with 429. The default is any number.</summary>
    public IReadOnlyList<EmulatorLimit> Limits { get; init; } = [];

    /// <summary>Says only in the text when a call that was turned away may come again, not in <c>Retry-After</c>.</summary>
    public bool OmitRetryAfter { get; init; }

    /// <summary>What goes wrong; nothing by default. <see cref="FlowManagementEmulator.Faults"/> changes it later.</summary>
    public FaultScript? Faults { get; init; }

    /// <summary>Refuses request bodies with members that the document does not declare.</summary>
    public bool RefuseUndeclaredMembers { get; init; }

    /// <summary>Gives next links another origin, with the right path and query: a client must not follow them there.</summary>
    public bool ForeignNextLinks { get; init; }

    /// <summary>Answers connection references as a dictionary where the document says array, and as an array where it says dictionary.</summary>
    public bool OtherReferenceShape { get; init; }

    /// <summary>Leaves members out of answers that the document calls required.</summary>
    public bool OmitRequiredMembers { get; init; }

    /// <summary>Answers callback addresses as <c>{"value":…}</c> instead of <c>{"response":{"value":…}}</c>.</summary>
    public bool BareCallbackUrl { get; init; }
}
