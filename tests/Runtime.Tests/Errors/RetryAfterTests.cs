using Microsoft.Extensions.Time.Testing;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Errors;

public sealed class RetryAfterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("30", 30)]
    [InlineData(" 30 ", 30)]
    [InlineData("0", 0)]
    [InlineData("2.0", 2)]
    [InlineData("2.1", 3)]
    [InlineData("99999999999", int.MaxValue)]
    [InlineData("99999999999999999999999999999999", int.MaxValue)]
    [InlineData("-1", null)]
    [InlineData("1e3", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public async Task Seconds(string header, int? seconds) => Assert.Equal(seconds, (await ReadAsync(header))?.TotalSeconds);

    [Theory]
    [InlineData("Tue, 01 Jan 2030 00:00:30 GMT", 30)]
    [InlineData(" Tue, 01 Jan 2030 00:00:30 GMT ", 30)]
    [InlineData("Tuesday, 01-Jan-30 00:00:30 GMT", 30)]
    [InlineData("Tue Jan  1 00:00:30 2030", 30)]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", 0)]
    [InlineData("Tue, 32 Jan 2030 00:00:30 GMT", null)]
    public async Task A_date_is_a_time_from_when_the_service_answered(string header, int? seconds)
    {
        Assert.Equal(seconds, (await ReadAsync(header))?.TotalSeconds);

        // The service's clock may go wrong: its own date and this one belong together.
        const string Late = "Mon, 31 Dec 2029 23:59:50 GMT";
        Assert.Equal(seconds is 30 ? 40 : seconds, (await ReadAsync(header, Late))?.TotalSeconds);
        Assert.Equal(seconds, (await ReadAsync(header, "yesterday"))?.TotalSeconds);
    }

    // At the first second of 2030.
    private static async Task<TimeSpan?> ReadAsync(string retryAfter, string? date = null)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using ScriptedHandler network = new(_ =>
        {
            HttpResponseMessage answer = ScriptedHandler.Answer(503, "", retryAfter);
            if (date is not null)
            {
                answer.Headers.TryAddWithoutValidation("Date", date);
            }

            return answer;
        });
        using OrdersClient client = network.CreateClient(new ConnectorClientOptions { TimeProvider = time, MaxRetries = 0 });
        return (await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("1", Token))).RetryAfter;
    }
}
