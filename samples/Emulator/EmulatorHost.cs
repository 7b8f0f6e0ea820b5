using PowerConnectors.Emulator.Administration;
using PowerConnectors.Emulator.Authentication;
using PowerConnectors.Emulator.Endpoints;
using PowerConnectors.Emulator.Errors;
using PowerConnectors.Emulator.Faults;
using PowerConnectors.Emulator.Limits;
using PowerConnectors.Emulator.Requests;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.Emulator.Spec;
using PowerConnectors.Emulator.Validation;

namespace PowerConnectors.Emulator;

/// <summary>Puts the web application together: without configuration files, environment variables and logging, which belong to whoever embeds it.</summary>
internal static class EmulatorHost
{
    public const string BasePath = "/apim/flowmanagement";

    public static WebApplication Build(EmulatorOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder
            .Services.AddRouting()
            .AddSingleton<IHostLifetime, EmbeddedLifetime>()
            .AddSingleton(options)
            .AddSingleton(SpecDocument.Load())
            .AddSingleton(SeededStore.Create(options))
            .AddSingleton<RequestLog>()
            .AddSingleton(new FaultPlan(options))
            .AddSingleton<ExpiredTokens>()
            .AddSingleton<CallCounter>()
            .AddSingleton<StatisticsReader>()
            .AddSingleton<OperationDispatcher>();

        var application = builder.Build();
        application.Urls.Add(options.Url);
        UseMiddleware(application);
        MapOperations(application);
        return application;
    }

    private static void UseMiddleware(WebApplication application) =>
        application
            .UseRouting()
            .UseWhen(
                context => !AdministrationEndpoints.Has(context),
                service =>
                    service
                        .UseMiddleware<RequestIdMiddleware>()
                        .UseMiddleware<RequestLogMiddleware>()
                        .UseMiddleware<FaultMiddleware>()
                        .UseMiddleware<ServiceFailureMiddleware>()
                        .UseMiddleware<AuthenticationMiddleware>()
                        .UseMiddleware<ConnectionMiddleware>()
                        .UseMiddleware<LimitMiddleware>()
                        .UseMiddleware<ValidationMiddleware>()
            );

    private static void MapOperations(WebApplication application)
    {
        var operations = new OperationRoutes(
            application.MapGroup(BasePath + "/{connectionId}"),
            application.Services.GetRequiredService<OperationDispatcher>()
        );
        application.MapAdministration();
        operations.MapConnectors();
        operations.MapConnections();
        operations.MapEnvironments();
        operations.MapFlows();
        operations.MapFlowPermissions();
        operations.MapAdminFlows();
        application.MapFallback("/{**path}", _ => throw new ServiceFailure(GatewayErrors.ResourceNotFound));
    }
}
