using PowerConnectors.Retries;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Retries;

/// <summary>Every kind of failure with every kind of call: what is sent again, and what is said where it is not.</summary>
public sealed class RetryMatrixTests
{
    // The failure; whether any call is sent again after it, or only one that does no harm twice; whether it leaves open what the service did.
    private static readonly (string Failure, string Again, bool IsOpen)[] s_failures =
    [
        ("429", "any", false),
        ("429, header", "any", false),
        ("429, text", "any", false),
        ("503, header", "any", false),
        ("refused connection", "any", false),
        ("unknown host", "any", false),
        ("failed handshake", "any", false),
        ("failed proxy", "any", false),
        ("503", "repeatable", true),
        ("408", "repeatable", true),
        ("500", "repeatable", true),
        ("502", "repeatable", true),
        ("504", "repeatable", true),
        ("507", "repeatable", true),
        ("timeout", "repeatable", true),
        ("broken connection", "repeatable", true),
        ("reset", "repeatable", true),
        ("broken body", "repeatable", true),
        ("302", "none", false),
        ("400", "none", false),
        ("403", "none", false),
        ("404", "none", false),
        ("409", "none", false),
        ("501", "none", false),
        ("505", "none", false),
    ];

    private static readonly (string Call, bool IsRepeatable, bool IsSafe)[] s_calls =
    [
        ("GET", true, true),
        ("PUT", true, false),
        ("DELETE", true, false),
        ("POST, repeatable", true, false),
        ("POST", false, false),
        ("PATCH", false, false),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, bool, bool> Cases
    {
        get
        {
            TheoryData<string, string, bool, bool> cases = [];
            foreach ((string failure, string again, bool isOpen) in s_failures)
            {
                foreach ((string call, bool isRepeatable, bool isSafe) in s_calls)
                {
                    cases.Add(failure, call, again == "any" || (again == "repeatable" && isRepeatable), isOpen && !isSafe);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Once_failed(string failure, string call, bool isSentAgain, bool mayHaveBeenCarriedOut)
    {
        SteppingTime time = new();
        using ScriptedHandler network = new(number => number == 1 ? Failures.Next(failure) : ScriptedHandler.Answer(200));
        using OrdersClient client = network.CreateClient(new() { TimeProvider = time });

        Task sending = SendAsync(client, call);
        if (isSentAgain)
        {
            await time.RunAsync(sending);
        }
        else
        {
            ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => time.RunAsync(sending));
            Assert.Equal((1, mayHaveBeenCarriedOut), (exception.Attempts, exception.MayHaveBeenCarriedOut));
            Assert.Equal(mayHaveBeenCarriedOut, exception.Message.Contains("carried", StringComparison.Ordinal));
        }

        Assert.Equal(isSentAgain ? 2 : 1, network.Count);
        Assert.Equal(isSentAgain ? 1 : 0, time.Waits.Count);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Failing_on(string failure, string call, bool isSentAgain, bool mayHaveBeenCarriedOut)
    {
        SteppingTime time = new();
        using ScriptedHandler network = new(_ => Failures.Next(failure));
        using OrdersClient client = network.CreateClient(
            new()
            {
                TimeProvider = time,
                MaxRetries = 2,
                RetryTimeLimit = TimeSpan.FromSeconds(30),
            }
        );

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            time.RunAsync(SendAsync(client, call))
        );

        Assert.Equal(mayHaveBeenCarriedOut, exception.MayHaveBeenCarriedOut);
        Assert.Equal(network.Count, exception.Attempts);
        Assert.InRange(network.Count, isSentAgain ? 3 : 1, isSentAgain ? 7 : 1);
        Assert.True(time.Seconds.Sum() <= 30);
    }

    [Fact]
    public void HEAD_is_like_GET() => Assert.True(RetryRules.IsRepeatable(HttpMethod.Head) && RetryRules.IsSafe(HttpMethod.Head));

    private static Task SendAsync(OrdersClient client, string call) =>
        call switch
        {
            "GET" => client.GetOrderAsync("7", Token),
            "PUT" => client.TagOrderAsync("7", ["x"], Token),
            "DELETE" => client.DeleteOrderAsync("7", Token),
            "POST, repeatable" => client.StartOrderAsync("7", Token),
            "POST" => client.CancelOrderAsync("7", Token),
            _ => client.UpdateOrderAsync("7", new Order { Name = "pears" }, Token),
        };
}
