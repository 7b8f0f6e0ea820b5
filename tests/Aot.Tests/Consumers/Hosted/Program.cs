// The client of a generic host: registered, checked at the start, resolved.
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PowerAutomateManagement;

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
builder.Services.AddPowerAutomateManagementClient(settings =>
{
    settings.Endpoint = new Uri(args[0]);
    settings.ConnectionId = args[1];
    settings.Credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(args[2], DateTimeOffset.MaxValue));
});
using IHost host = builder.Build();
await host.StartAsync();
FlowWithConnectionReferences flow = await host.Services.GetRequiredService<PowerAutomateManagementClient>().GetFlowAsync(args[3], args[4]);
Console.WriteLine(flow.Properties.DisplayName);
await host.StopAsync();
