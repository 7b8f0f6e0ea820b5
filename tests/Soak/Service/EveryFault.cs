using PowerConnectors.Emulator.Faults;

namespace PowerConnectors.Soak.Service;

/// <summary>A script with a fault of every kind, before and after the work is done.</summary>
internal static class EveryFault
{
    // What holds the whole connection back, or has every caller get a new token, is rarer: a run would wait most of its time.
    private const double Rare = 0.1;

    private static readonly int s_beyondTimeout = (int)(SoakRun.AttemptTimeout.TotalMilliseconds * 4);

    private static readonly (string Name, double Weight, EmulatorFault Fault)[] s_faults =
    [
        ("late", 1, new DelayFault { Milliseconds = 100 }),
        ("too late, not done", 1, new DelayFault { Milliseconds = s_beyondTimeout }),
        ("too late, done", 1, new DelayFault { Milliseconds = s_beyondTimeout, CarriedOut = true }),
        ("500, not done", 1, new StatusFault { Status = 500 }),
        ("500, done", 1, new StatusFault { Status = 500, CarriedOut = true }),
        ("502 HTML, not done", 1, Html(502, carriedOut: false)),
        ("504 HTML, done", 1, Html(504, carriedOut: true)),
        ("503 with Retry-After", Rare, new StatusFault { Status = 503, RetryAfter = 1 }),
        ("429 with Retry-After", Rare, new StatusFault { Status = 429, RetryAfter = 1 }),
        (
            "429 with text",
            Rare,
            new StatusFault
            {
                Status = 429,
                RetryAfter = 1,
                OmitRetryAfter = true,
            }
        ),
        ("429", 1, new StatusFault { Status = 429 }),
        ("200 HTML, done", 1, Html(200, carriedOut: true)),
        ("200 empty, done", 1, new StatusFault { Status = 200, CarriedOut = true }),
        ("reset, not done", 1, new DropFault()),
        ("reset, done", 1, new DropFault { CarriedOut = true }),
        ("closed, not done", 1, new DropFault { How = ConnectionEnd.Close }),
        ("closed, done", 1, new DropFault { How = ConnectionEnd.Close, CarriedOut = true }),
        ("reset in the body", 1, new CutFault()),
        ("closed in the body", 1, new CutFault { How = ConnectionEnd.Close }),
        ("closed in a chunk", 1, new CutFault { How = ConnectionEnd.Close, Framing = BodyFraming.Chunked }),
        ("dripping", 1, new DripFault { Pieces = 5, Milliseconds = 20 }),
        ("dripping too long", 1, new DripFault { Pieces = 4, Milliseconds = s_beyondTimeout / 4 }),
        ("expired token", Rare, new ExpireTokenFault()),
    ];

    /// <summary>How many kinds there are.</summary>
    public static int Count => s_faults.Length;

    /// <summary>The script.</summary>
    /// <param name="percent">How many requests in a hundred meet a fault.</param>
    /// <param name="seed">What they are drawn from.</param>
    public static FaultScript Create(double percent, int seed)
    {
        double whole = s_faults.Sum(static fault => fault.Weight);
        return new FaultScript
        {
            Seed = seed,
            Rules =
            [
                .. s_faults.Select(fault => new FaultRule
                {
                    Name = fault.Name,
                    Probability = percent / 100 * fault.Weight / whole,
                    Fault = fault.Fault,
                }),
            ],
        };
    }

    private static StatusFault Html(int status, bool carriedOut) =>
        new()
        {
            Status = status,
            ContentType = "text/html",
            Body = "<html><body>A gateway says this.</body></html>",
            CarriedOut = carriedOut,
        };
}
