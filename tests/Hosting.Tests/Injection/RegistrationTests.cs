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

    [Fact]
    public async Task A_reload_with_other_limits_is_checked_and_leaves_the_running_client_alone()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Flow:Endpoint"] = service.Emulator.Endpoint.AbsoluteUri,
                ["Flow:ConnectionId"] = service.Emulator.ConnectionId,
                ["Flow:Options:Limits:0:Calls"] = "10",
                ["Flow:Options:Limits:0:Window"] = "00:01:00",
            }
        );
        builder.Services.AddSingleton(service.Credential);
        foreach (string name in (string[])["", "north"])
        {
            builder.Services.AddOptions<PowerAutomateManagementClientSettings>(name).BindConfiguration("Flow");
        }

        builder.Services.AddPowerAutomateManagementClient();
        builder.Services.AddKeyedPowerAutomateManagementClient("north");
        using IHost host = builder.Build();
        await host.StartAsync(EmulatedService.Cancellation);
        PowerAutomateManagementClient client = host.Services.GetRequiredService<PowerAutomateManagementClient>();
        IOptionsMonitor<PowerAutomateManagementClientSettings> monitor = host.Services.GetRequiredService<
            IOptionsMonitor<PowerAutomateManagementClientSettings>
        >();

        builder.Configuration["Flow:Options:Limits:0:Calls"] = "20";
        ((IConfigurationRoot)builder.Configuration).Reload();

        Assert.Equal(20, Assert.Single(monitor.CurrentValue.Options.Limits!).Calls);
        Assert.Equal(20, Assert.Single(monitor.Get("north").Options.Limits!).Calls);
        Assert.Same(ConnectorThrottleRegistry.Shared, monitor.CurrentValue.Options.ThrottleRegistry);
        Assert.Equal(10, Assert.Single(client.Budget!.Limits).Limit.Calls);
        await client.GetFlowAsync(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation);

        builder.Configuration["Flow:Options:MaxRetries"] = "-1";
        Assert.ThrowsAny<Exception>(((IConfigurationRoot)builder.Configuration).Reload);
    }

    [Fact]
    public async Task A_limit_can_be_added_to_those_of_the_document()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        ConnectorLimit own = new(5, TimeSpan.FromSeconds(1));
        ServiceCollection services = new();
        services.AddPowerAutomateManagementClient(settings =>
        {
            service.Configure(settings);
            settings.Options.Limits = [.. PowerAutomateManagementClient.DocumentLimits, own];
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        ConnectorBudget? budget = provider.GetRequiredService<PowerAutomateManagementClient>().Budget;

        Assert.Equal(2, PowerAutomateManagementClient.DocumentLimits.Count);
        Assert.Equivalent(
            PowerAutomateManagementClient.DocumentLimits.Append(own),
            budget!.Limits.Select(static status => status.Limit),
            strict: true
        );
    }

    [Theory]
    [InlineData(10, false, null)]
    [InlineData(20, true, null)]
    [InlineData(20, false, "is kept to 10 calls in 60 s and cannot be kept to 20 calls in 60 s too")]
    public async Task Two_clients_of_one_connection_that_contradict_each_other_stop_the_start(int calls, bool ownRegistry, string? fault)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKeyedPowerAutomateManagementClient("north", settings => Configure(settings, 10));
        builder.Services.AddKeyedPowerAutomateManagementClient("south", settings => Configure(settings, calls));
        using IHost host = builder.Build();

        Exception? exception = await Record.ExceptionAsync(() => host.StartAsync(EmulatedService.Cancellation));

        Assert.Equal(fault is null, exception is null);
        if (fault is not null)
        {
            string failure = Assert.Single(Assert.IsType<OptionsValidationException>(exception).Failures);
            Assert.StartsWith("south: The connection ", failure, StringComparison.Ordinal);
            Assert.Contains(fault, failure, StringComparison.Ordinal);
        }

        void Configure(PowerAutomateManagementClientSettings settings, int limit)
        {
            service.Configure(settings);
            settings.Options.Limits = [new ConnectorLimit(limit, TimeSpan.FromMinutes(1))];
            settings.Options.ThrottleRegistry = ownRegistry ? new ConnectorThrottleRegistry() : ConnectorThrottleRegistry.Shared;
        }
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
