using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests;

/// <summary>What consumers can make themselves, to test their own code.</summary>
public sealed class ConsumerTests
{
    [Fact]
    public void A_call_that_was_not_sent()
    {
        ConnectorThrottledException exception = new("GetOrder", waitTime: TimeSpan.FromSeconds(3));
        new ConnectorListProgress(2, 50, "/orders?skip=50").AddTo(exception);

        Assert.Equal(("GetOrder", TimeSpan.FromSeconds(3)), (exception.OperationName, exception.WaitTime));
        Assert.Equal(
            "GetOrder was not sent. The listing ended after 2 pages with 50 items; AsPages(ListProgress.ContinuationToken) goes on.",
            exception.Message
        );
        Assert.Equal("Too busy.", new ConnectorThrottledException("GetOrder", "Too busy.").Message);
        Assert.Throws<ArgumentNullException>(() => new ConnectorThrottledException(null!));
    }

    [Fact]
    public void A_listing_that_ended_early()
    {
        ConnectorListProgress progress = new(2, 50, "/orders?skip=50");
        ConnectorRequestException failed = new("ListOrders", 500);
        OperationCanceledException cancelled = new();
        progress.AddTo(failed);
        progress.AddTo(cancelled);

        Assert.Equal((2, 50L, "/orders?skip=50"), (progress.Pages, progress.Items, progress.ContinuationToken));
        Assert.Same(progress, failed.ListProgress);
        Assert.Same(progress, ConnectorListProgress.Find(cancelled));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectorListProgress(-1, 0, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectorListProgress(0, -1, null));
    }

    [Fact]
    public void A_budget_of_a_client_that_is_stood_in_for()
    {
        ConnectorLimit limit = new(100, TimeSpan.FromMinutes(1));
        ConnectorBudget budget = new([new ConnectorLimitStatus(limit) { Remaining = 3, Waiting = 4 }])
        {
            PausedUntil = DateTimeOffset.MaxValue,
        };
        using BudgetedClient client = new(budget);

        ConnectorLimitStatus status = Assert.Single(client.Budget!.Limits);
        Assert.Equal((limit, 3L, 4L, (DateTimeOffset?)null), (status.Limit, status.Remaining, status.Waiting, status.RenewsOn));
        Assert.Equal(DateTimeOffset.MaxValue, client.Budget.PausedUntil);
    }

    [Fact]
    public void Methods_that_do_not_count_are_a_list() =>
        Assert.Throws<ArgumentNullException>(() => new ConnectorLimit(1, TimeSpan.FromSeconds(1)) { ExceptMethods = null! });

    private sealed class BudgetedClient(ConnectorBudget budget) : OrdersClient
    {
        public override ConnectorBudget? Budget => budget;
    }
}
