using System.Threading.RateLimiting;
using PowerConnectors.Runtime.Tests.Doubles;
using PowerConnectors.Throttling;

namespace PowerConnectors.Runtime.Tests.Throttling;

public sealed class RegistryTests
{
    private static readonly ConnectorConnection s_connection = new("https://host.example/apim/orders", "conn");
    private static readonly ConnectorLimit s_limit = new(1, TimeSpan.FromSeconds(60));

    private readonly BoundedTime _time = new();
    private readonly ConnectorThrottleRegistry _registry = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void One_connection_has_one_budget_and_others_have_their_own()
    {
        using ThrottleShare one = Join(s_connection);
        using ThrottleShare same = Join(s_connection);
        using ThrottleShare otherId = Join(new(s_connection.Endpoint, "other"));
        using ThrottleShare otherEndpoint = Join(new("https://elsewhere.example", "conn"));

        Assert.Same(one.Throttle, same.Throttle);
        Assert.NotSame(one.Throttle, otherId.Throttle);
        Assert.NotSame(one.Throttle, otherEndpoint.Throttle);
        Assert.Equal(3, _registry.Count);
    }

    [Theory]
    [InlineData("https://host.example/apim/Orders", "ABCDEF")]
    [InlineData("https://host.example/apim/orders//", "abcdef")]
    [InlineData("https://HOST.example:443/apim/orders", "abcdef")]
    public void One_connection_can_be_spelled_in_several_ways(string endpoint, string connectionId)
    {
        ConnectorClientOptions options = new() { ThrottleRegistry = _registry, TimeProvider = _time };
        using OrdersClient one = new(new Uri("https://host.example/apim/orders"), "abcdef", new FakeCredential(), options);
        using OrdersClient other = new(new Uri(endpoint), connectionId, new FakeCredential(), options);

        Assert.Equal(1, _registry.Count);
    }

    [Fact]
    public void Connections_are_compared_as_services_do()
    {
        ConnectorConnection upper = new("https://HOST.example/apim/orders/", "CONN");

        Assert.True(s_connection == upper && s_connection.Equals((object)upper));
        Assert.True(s_connection != new ConnectorConnection("https://host.example/apim/orders", "conn2"));
        Assert.Equal(s_connection.GetHashCode(), upper.GetHashCode());
        Assert.Equal("connection CONN at https://HOST.example/apim/orders", upper.ToString());
        Assert.Equal(new ConnectorConnection("", ""), default);
    }

    [Fact]
    public void Conflicting_limits_and_clocks_are_refused()
    {
        using ThrottleShare one = Join(s_connection, [s_limit, new(5, TimeSpan.FromHours(1)) { ExceptMethods = ["GET", "HEAD"] }]);

        // The same in another order and writing.
        Join(s_connection, [new(5, TimeSpan.FromMinutes(60)) { ExceptMethods = ["head", "get"] }, s_limit]).Dispose();

        ArgumentException limits = Assert.Throws<ArgumentException>(() => Join(s_connection, []));
        ArgumentException clock = Assert.Throws<ArgumentException>(() =>
            _registry.Join(s_connection, one.Throttle.Limits, 1, new BoundedTime())
        );

        Assert.Contains(
            "'conn' at https://host.example/apim/orders is kept to 1 calls in 60 s and 5 calls other than GET, HEAD in 3600 s and cannot be kept to no limit too",
            limits.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("another time provider", clock.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_is_forgotten_when_nobody_has_it_and_nothing_counts()
    {
        ThrottleShare share = Join(s_connection);
        (await AcquireAsync(share)).Leave();

        share.Dispose();
        share.Dispose();
        Assert.Equal(1, _registry.Count);
        Assert.Throws<ArgumentException>(() => Join(s_connection, []));
        using (ThrottleShare next = Join(s_connection))
        {
            Assert.Equal(0, Assert.Single(next.Throttle.Budget.Limits).Remaining);
        }

        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(0, _registry.Count);
        Join(s_connection, []).Dispose();
    }

    [Fact]
    public void A_pause_is_remembered_too()
    {
        ThrottleShare share = Join(s_connection, []);
        share.Throttle.Pause(TimeSpan.FromSeconds(5));

        share.Dispose();
        Assert.Equal(1, _registry.Count);
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, _registry.Count);
    }

    [Fact]
    public async Task Limiters_can_be_made_by_others_for_some_limits()
    {
        ConnectorLimit other = new(2, TimeSpan.FromSeconds(60));
        List<(ConnectorConnection, ConnectorLimit)> asked = [];
        TestLimiter limiter = new();
        ConnectorThrottleRegistry registry = new(
            (connection, limit) =>
            {
                asked.Add((connection, limit));
                return limit == other ? limiter : null;
            }
        );

        ThrottleShare share = registry.Join(s_connection, [other, s_limit], 0, _time);
        Assert.Equal([(s_connection, s_limit), (s_connection, other)], asked);
        PermitSet permits = await AcquireAsync(share);
        permits.Leave();
        permits.Dispose();
        Assert.Equal(1, limiter.Acquired);
        Assert.Null(share.Throttle.Budget.Limits[1].Remaining);

        // Its owner says when it is idle; ours forgets after the window.
        share.Dispose();
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(1, registry.Count);
        Assert.False(limiter.IsDisposed);
        limiter.Idle = TimeSpan.Zero;
        Assert.Equal(0, registry.Count);
        Assert.True(limiter.IsDisposed);
    }

    [Fact]
    public async Task A_foreign_limiter_that_refuses_is_explained()
    {
        ConnectorThrottleRegistry registry = new((_, _) => new TestLimiter { Refuses = true });
        using ThrottleShare share = registry.Join(s_connection, [s_limit], 0, _time);

        ConnectorThrottledException exception = await Assert.ThrowsAsync<ConnectorThrottledException>(() => AcquireAsync(share));

        Assert.Null(exception.WaitTime);
        Assert.StartsWith(
            "GetOrder was not sent: it would have had to wait behind the calls that wait for the limit of 1 calls in 60 s already.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_limiter_that_takes_its_time_holds_up_no_other_connection(bool whenMade)
    {
        using ManualResetEventSlim reached = new();
        using ManualResetEventSlim goOn = new();
        void Block()
        {
            reached.Set();
            goOn.Wait(Token);
        }

        ConnectorThrottleRegistry registry = new(
            (connection, _) =>
            {
                if (connection != s_connection)
                {
                    return null;
                }

                if (whenMade)
                {
                    Block();
                }

                return new TestLimiter { Asked = whenMade ? null : Block };
            }
        );
        Task<ThrottleShare> slow = Task.Run(() => registry.Join(s_connection, [s_limit], 1, _time), Token);
        Task asking = whenMade
            ? slow
            : slow.ContinueWith(_ => registry.Budgets, Token, TaskContinuationOptions.None, TaskScheduler.Default);
        reached.Wait(Token);

        using ThrottleShare other = await Task.Run(
                () => registry.Join(new("https://elsewhere.example", "conn"), [s_limit], 1, _time),
                Token
            )
            .Soon();

        goOn.Set();
        await asking.Soon();
        (await slow).Dispose();
    }

    [Fact]
    public async Task Who_comes_and_goes_at_once_with_others_finds_one_budget()
    {
        int made = 0;
        int disposed = 0;
        ConnectorThrottleRegistry registry = new(
            (_, _) =>
            {
                Interlocked.Increment(ref made);
                return new TestLimiter { Idle = TimeSpan.Zero, Disposed = () => Interlocked.Increment(ref disposed) };
            }
        );

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 2000),
            Token,
            async (number, _) =>
            {
                using ThrottleShare share = registry.Join(s_connection, [s_limit], 1, _time);
                using PermitSet permits = await AcquireAsync(share);
                Assert.NotNull(share.Throttle.Budget);
            }
        );

        Assert.Equal(0, registry.Count);
        Assert.Equal(made, disposed);
    }

    [Fact]
    public void A_factory_that_fails_leaves_nothing_behind()
    {
        TestLimiter limiter = new();
        ConnectorThrottleRegistry registry = new((_, limit) => limit == s_limit ? limiter : throw new InvalidOperationException("no"));

        Assert.Throws<InvalidOperationException>(() => registry.Join(s_connection, [s_limit, new(9, TimeSpan.FromSeconds(1))], 0, _time));

        Assert.True(limiter.IsDisposed);
        Assert.Equal(0, registry.Count);
    }

    [Fact]
    public void Clients_of_one_connection_have_to_agree_and_a_failed_constructor_takes_no_part()
    {
        Uri endpoint = new("https://host.example/apim/orders/");
        OrdersClient one = new(new Uri("https://HOST.example/apim/orders"), "conn", new FakeCredential(), Options([s_limit]));

        Assert.Throws<ArgumentException>(() => new OrdersClient(endpoint, "conn", new FakeCredential(), Options([])));
        Assert.Throws<ArgumentException>(() => new OrdersClient(endpoint, "", new FakeCredential(), Options([s_limit])));
        new OrdersClient(endpoint, "conn", new FakeCredential(), Options([s_limit])).Dispose();
        Assert.Equal(1, _registry.Count);
        one.Dispose();

        Assert.Equal(0, _registry.Count);
        new OrdersClient(endpoint, "conn", new FakeCredential(), Options([])).Dispose();

        ConnectorClientOptions Options(IList<ConnectorLimit> limits) =>
            new()
            {
                Limits = limits,
                ThrottleRegistry = _registry,
                TimeProvider = _time,
            };
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(-1, 60)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    [InlineData(1, 366 * 86400 + 1)]
    public void A_limit_that_makes_no_sense_is_refused(int calls, int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectorLimit(calls, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Limits_are_compared_by_what_they_say()
    {
        List<string> methods = ["GET"];
        ConnectorLimit limit = new(1, TimeSpan.FromSeconds(60)) { ExceptMethods = methods };
        methods.Clear();

        Assert.NotEqual(s_limit, limit);
        Assert.Equal(new ConnectorLimit(1, TimeSpan.FromMinutes(1)) { ExceptMethods = ["get"] }, limit);
        Assert.Equal(s_limit.GetHashCode(), new ConnectorLimit(1, TimeSpan.FromMinutes(1)).GetHashCode());
    }

    private static Task<PermitSet> AcquireAsync(ThrottleShare share) =>
        share.Throttle.AcquireAsync("GetOrder", HttpMethod.Get, again: false, patience: null, announce: null, Token).Soon();

    private ThrottleShare Join(ConnectorConnection connection, IReadOnlyList<ConnectorLimit>? limits = null) =>
        _registry.Join(connection, limits ?? [s_limit], 1, _time);

    private sealed class TestLimiter : RateLimiter
    {
        public bool Refuses { get; init; }

        public int Acquired { get; private set; }

        public bool IsDisposed { get; private set; }

        public TimeSpan? Idle { get; set; }

        public Action? Asked { get; init; }

        public Action? Disposed { get; init; }

        public override TimeSpan? IdleDuration => Idle;

        public override RateLimiterStatistics? GetStatistics()
        {
            Asked?.Invoke();
            return null;
        }

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            Acquired += permitCount;
            return ValueTask.FromResult<RateLimitLease>(new Lease(!Refuses));
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            Disposed?.Invoke();
            base.Dispose(disposing);
        }

        private sealed class Lease(bool isAcquired) : RateLimitLease
        {
            public override bool IsAcquired => isAcquired;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = null;
                return false;
            }
        }
    }
}
