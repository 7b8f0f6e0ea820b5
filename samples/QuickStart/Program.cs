using System.CommandLine;
using Azure.Core;
using Azure.Identity;
using PowerAutomateManagement;
using PowerConnectors;
using PowerConnectors.Emulator;
using PowerConnectors.QuickStart;

Option<Uri?> endpoint = new("--endpoint")
{
    Description = "The connector's address, up to and including /apim/flowmanagement. Without it an emulator is started.",
    CustomParser = result =>
    {
        string text = result.Tokens.Single().Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address))
        {
            return address;
        }

        result.AddError($"--endpoint has to be an address such as https://.../apim/flowmanagement, and '{text}' is none.");
        return null;
    },
};
Option<string?> connection = new("--connection") { Description = "The id of the connection, which the address is used with." };
Option<string?> environment = new("--environment") { Description = "The environment to look at; the first one if not given." };
Option<string?> scope = new("--scope") { Description = "The scope to ask tokens for, in clouds other than the public one." };
Option<bool> allowChanges = new("--allow-changes")
{
    Description = "On a real connection: also make a copy of a flow, change it and delete it again.",
};
RootCommand command = new(
    "Shows the main job of the typed Power Automate Management client. Nothing is changed on a real connection unless asked."
)
{
    endpoint,
    connection,
    environment,
    scope,
    allowChanges,
};
command.Validators.Add(result =>
{
    if (result.GetResult(endpoint) is null != result.GetResult(connection) is null)
    {
        result.AddError("--endpoint and --connection go together.");
    }
});
command.SetAction(
    (arguments, cancellationToken) =>
        arguments.GetValue(endpoint) is { } address
            ? RunAgainstServiceAsync(
                address,
                arguments.GetValue(connection)!,
                arguments.GetValue(scope),
                arguments.GetValue(environment),
                arguments.GetValue(allowChanges),
                cancellationToken
            )
            : RunAgainstEmulatorAsync(arguments.GetValue(environment), cancellationToken)
);
return await command.Parse(args).InvokeAsync();

static async Task<int> RunAgainstEmulatorAsync(string? environmentName, CancellationToken cancellationToken)
{
    await using FlowManagementEmulator emulator = await FlowManagementEmulator.StartAsync(cancellationToken: cancellationToken);
    Report.Begin($"An emulated Power Automate Management connection at {emulator.Endpoint}");
    return await RunAsync(
        emulator.Endpoint,
        emulator.ConnectionId,
        new EmulatorCredential(),
        null,
        environmentName,
        async (client, environment) =>
        {
            await new ChangeTour(client, environment).RunAsync(cancellationToken);
            await new PeopleAndRunsTour(client, environment).RunAsync(cancellationToken);
            await new ErrorTour(client, environment).RunAsync(cancellationToken);
        },
        cancellationToken
    );
}

static Task<int> RunAgainstServiceAsync(
    Uri endpoint,
    string connectionId,
    string? scope,
    string? environmentName,
    bool allowChanges,
    CancellationToken cancellationToken
)
{
    Report.Begin($"The connection {connectionId} at {endpoint}");
    return RunAsync(
        endpoint,
        connectionId,
        new DefaultAzureCredential(),
        scope,
        environmentName,
        (client, environment) => allowChanges ? new ChangeTour(client, environment).RunAsync(cancellationToken) : Task.CompletedTask,
        cancellationToken
    );
}

static async Task<int> RunAsync(
    Uri endpoint,
    string connectionId,
    TokenCredential credential,
    string? scope,
    string? environmentName,
    Func<PowerAutomateManagementClient, string, Task> continueWith,
    CancellationToken cancellationToken
)
{
    try
    {
        ConnectorClientOptions options = new() { ApplicationId = "QuickStart", Scopes = scope is null ? null : [scope] };
        using PowerAutomateManagementClient client = new(endpoint, connectionId, credential, options);
        string environment = await new ReadTour(client, environmentName).RunAsync(cancellationToken);
        await continueWith(client, environment);
        Report.Done();
        return 0;
    }
    catch (Exception exception)
        when (exception is ConnectorRequestException or AuthenticationFailedException or ArgumentException or TourException)
    {
        Report.Failed(exception.Message);
        return 1;
    }
}
