using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly.Timeout;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Faults;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Hosting.Tests.Resilience;

/// <summary>A resilience handler beneath the client: it tries again, the client does not, and a write is sent once.</summary>
public sealed class StandardHandlerTests
{
    private const int Retries = 2;

    [Fact]
    public async Task A_write_that_fails_is_sent_once()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        await using ServiceProvider provider = Build(service);
        Fail(service, times: 10);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            provider
                .GetRequiredService<PowerAutomateManagementClient>()
                .StopFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation)
        );

        Assert.Single(service.Emulator.Requests);
        Assert.Equal(500, exception.Status);
        Assert.True(exception.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task A_write_that_the_handler_gives_up_may_have_been_carried_out()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        ServiceCollection services = new();
        services
            .AddPowerAutomateManagementClient(service.Configure)
            .AddStandardResilienceHandler(static options =>
            {
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(2);
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(4);
                options.Retry.DisableForUnsafeHttpMethods();
            });
        await using ServiceProvider provider = services.BuildServiceProvider();
        await GetAsync(provider); // The connection and the code are warm, so that the time is the service's.
        service.Emulator.FailNext("StopFlow", new DelayFault { Milliseconds = 60_000, CarriedOut = true });

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            provider
                .GetRequiredService<PowerAutomateManagementClient>()
                .StopFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation)
        );

        Assert.True(Assert.Single(service.Emulator.Requests, static request => request.OperationId == "StopFlow").CarriedOut);
        Assert.Equal((1, true), (exception.Attempts, exception.MayHaveBeenCarriedOut));
        Assert.IsType<TimeoutRejectedException>(exception.InnerException);
    }

    [Fact]
    public async Task A_read_is_tried_again_by_the_handler_only()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        await using ServiceProvider provider = Build(service);
        Fail(service, times: 100);

        ConnectorRequestException exception = await Assert.ThrowsAsync<ConnectorRequestException>(() => GetAsync(provider));

        Assert.Equal(1 + Retries, service.Emulator.Requests.Count);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task A_read_that_fails_for_a_moment_succeeds()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        await using ServiceProvider provider = Build(service);
        Fail(service, times: Retries);

        FlowWithConnectionReferences flow = await GetAsync(provider);

        Assert.Equal("Receive order", flow.Properties.DisplayName);
        Assert.Equal(1 + Retries, service.Emulator.Requests.Count);
    }

    private static void Fail(EmulatedService service, int times)
    {
        for (int i = 0; i < times; i++)
        {
            service.Emulator.FailNext("GetFlow", 500);
            service.Emulator.FailNext("StopFlow", 500);
        }
    }

    private static ServiceProvider Build(EmulatedService service)
    {
        ServiceCollection services = new();
        services
            .AddPowerAutomateManagementClient(service.Configure)
            .AddStandardResilienceHandler(static options =>
            {
                options.Retry.MaxRetryAttempts = Retries;
                options.Retry.Delay = TimeSpan.Zero;
                options.Retry.DisableForUnsafeHttpMethods();
            });
        return services.BuildServiceProvider();
    }

    private static async Task<FlowWithConnectionReferences> GetAsync(ServiceProvider provider) =>
        await provider
            .GetRequiredService<PowerAutomateManagementClient>()
            .GetFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);
}
