using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Hosting.Tests.Injection;

public sealed class RegistrationTests
{
    [Fact]
    public async Task A_registered_client_calls_the_service_and_ends_with_the_container()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        ServiceCollection services = new();
        services.AddPowerAutomateManagementClient(service.Configure);
        PowerAutomateManagementClient client;
        await using (ServiceProvider provider = services.BuildServiceProvider(validateScopes: true))
        {
            client = provider.GetRequiredService<PowerAutomateManagementClient>();
            Assert.Same(client, provider.GetRequiredService<PowerAutomateManagementClient>());

            FlowWithConnectionReferences flow = await client.GetFlowAsync(
                EmulatorSeed.DefaultEnvironment,
                EmulatorSeed.HttpFlow,
                EmulatedService.Cancellation
            );
            Assert.Equal("Receive order", flow.Properties.DisplayName);
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            client.GetFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation)
        );
    }

    [Fact]
    public async Task Handlers_of_the_builder_are_sent_through()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        CountingHandler counting = new();
        ServiceCollection services = new();
        services.AddPowerAutomateManagementClient(service.Configure).AddHttpMessageHandler(() => counting);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider
            .GetRequiredService<PowerAutomateManagementClient>()
            .GetFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);

        Assert.Equal(1, counting.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_follows_redirects_is_refused(bool sockets)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        ServiceCollection services = new();
        services
            .AddPowerAutomateManagementClient(service.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => sockets ? new SocketsHttpHandler() : new HttpClientHandler())
            .AddHttpMessageHandler(static () => new CountingHandler());
        await using ServiceProvider provider = services.BuildServiceProvider();

        ArgumentException exception = Assert.Throws<ArgumentException>(provider.GetRequiredService<PowerAutomateManagementClient>);

        Assert.Contains("set its AllowAutoRedirect to false", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_logs_to_the_host()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        ServiceCollection services = new();
        services.AddFakeLogging();
        services.AddPowerAutomateManagementClient(service.Configure);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<ConnectorRequestException>(() =>
            provider
                .GetRequiredService<PowerAutomateManagementClient>()
                .GetFlowAsync(EmulatorSeed.DefaultEnvironment, "none", EmulatedService.Cancellation)
        );

        Assert.Equal("PowerConnectors.PowerAutomateManagement", provider.GetFakeLogCollector().LatestRecord.Category);
    }

    [Fact]
    public async Task The_credential_of_the_container_is_used()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        ServiceCollection services = new();
        services.AddSingleton(service.Credential);
        services.AddPowerAutomateManagementClient(settings =>
        {
            service.Configure(settings);
            settings.Credential = null;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider
            .GetRequiredService<PowerAutomateManagementClient>()
            .GetFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);

        Assert.Single(service.Emulator.Requests);
    }

    [Fact]
    public async Task Clients_under_keys_have_connections_of_their_own()
    {
        await using EmulatedService first = await EmulatedService.StartAsync();
        await using EmulatedService second = await EmulatedService.StartAsync();
        ServiceCollection services = new();
        services.AddKeyedPowerAutomateManagementClient("first", first.Configure);
        services.AddKeyedPowerAutomateManagementClient("second", second.Configure);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider
            .GetRequiredKeyedService<PowerAutomateManagementClient>("second")
            .GetFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);

        Assert.Empty(first.Emulator.Requests);
        Assert.Single(second.Emulator.Requests);
        Assert.Null(provider.GetService<PowerAutomateManagementClient>());
    }

    [Fact]
    public async Task Settings_come_from_configuration_too()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Flow:Endpoint"] = service.Emulator.Endpoint.AbsoluteUri,
                ["Flow:ConnectionId"] = service.Emulator.ConnectionId,
                ["Flow:Options:MaxRetries"] = "1",
                ["Flow:Options:AttemptTimeout"] = "00:00:30",
            }
        );
        builder.Services.AddSingleton(service.Credential);
        builder.Services.AddOptions<PowerAutomateManagementClientSettings>().BindConfiguration("Flow");
        builder.Services.AddPowerAutomateManagementClient();
        using IHost host = builder.Build();
        await host.StartAsync(EmulatedService.Cancellation);

        PowerAutomateManagementClientSettings settings = host
            .Services.GetRequiredService<IOptions<PowerAutomateManagementClientSettings>>()
            .Value;
        await host
            .Services.GetRequiredService<PowerAutomateManagementClient>()
            .GetFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);

        Assert.Equal(1, settings.Options.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.Options.AttemptTimeout);
        await host.StopAsync(EmulatedService.Cancellation);
    }

    [Fact]
    public async Task Registering_twice_makes_one_client_of_both_settings()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        ServiceCollection services = new();
        services.AddPowerAutomateManagementClient(service.Configure);
        services.AddPowerAutomateManagementClient(static settings => settings.Options.ApplicationId = "Backup/1");
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert
            .Single(provider.GetServices<PowerAutomateManagementClient>())
            .GetFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);

        Assert.StartsWith("Backup/1 ", Assert.Single(service.Emulator.Requests).Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endpoint", "PowerAutomateManagementClientSettings.Endpoint is not set.")]
    [InlineData("connection", "PowerAutomateManagementClientSettings.ConnectionId is not set.")]
    [InlineData("credential", "PowerAutomateManagementClientSettings.Credential is not set, and no TokenCredential is registered.")]
    [InlineData("http", "https")]
    [InlineData("retries", "ConnectorClientOptions.MaxRetries must not be negative.")]
    public async Task Wrong_settings_stop_the_start(string wrong, string message)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKeyedPowerAutomateManagementClient(
            "north",
            settings =>
            {
                service.Configure(settings);
                Spoil(settings, wrong);
            }
        );
        using IHost host = builder.Build();

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            host.StartAsync(EmulatedService.Cancellation)
        );

        string failure = Assert.Single(exception.Failures);
        Assert.StartsWith("north: ", failure, StringComparison.Ordinal);
        Assert.Contains(message, failure, StringComparison.Ordinal);
        Assert.Empty(service.Emulator.Requests);
    }

    private static void Spoil(PowerAutomateManagementClientSettings settings, string wrong)
    {
        switch (wrong)
        {
            case "endpoint":
                settings.Endpoint = null;
                break;
            case "connection":
                settings.ConnectionId = "";
                break;
            case "credential":
                settings.Credential = null;
                break;
            case "http":
                settings.Endpoint = new Uri("http://flows.example/apim/flowmanagement");
                break;
            case "retries":
                settings.Options.MaxRetries = -1;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(wrong), wrong, "unknown");
        }
    }
}
