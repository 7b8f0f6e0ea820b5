// What a small tool does: list over pages, get, save and load, create, update with connection references, and an error.
using System.Text.Json;
using Azure.Core;
using PowerAutomateManagement;
using PowerConnectors;

string environment = args[3];
TokenCredential credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(args[2], DateTimeOffset.MaxValue));
using PowerAutomateManagementClient client = new(new Uri(args[0]), args[1], credential);

int count = 0;
await foreach (AdminFlow flow in client.ListMyFlowsAsync(environment))
{
    count++;
}

Console.WriteLine($"listed {count}");

FlowWithConnectionReferences original = await client.GetFlowAsync(environment, args[4]);
Console.WriteLine($"got {original.Properties.DisplayName}, {original.Properties.State}");

string saved = JsonSerializer.Serialize(original, PowerAutomateManagementJsonContext.Default.FlowWithConnectionReferences);
FlowWithConnectionReferences copy = JsonSerializer.Deserialize(
    saved,
    PowerAutomateManagementJsonContext.Default.FlowWithConnectionReferences
)!;
string again = JsonSerializer.Serialize(copy, PowerAutomateManagementJsonContext.Default.FlowWithConnectionReferences);
Console.WriteLine($"saved the same twice: {JsonElement.DeepEquals(Parse(saved), Parse(again))}");

copy.Properties.DisplayName = "A copy";
Flow created = await client.CreateFlowAsync(environment, copy);
Console.WriteLine($"created {created.Properties.DisplayName}");

FlowWithConnectionReferences changed = await client.GetFlowAsync(environment, created.Name!);
changed.Properties.DisplayName = "A renamed copy";
Flow updated = await client.UpdateFlowAsync(environment, created.Name!, changed);
Console.WriteLine(
    $"updated {updated.Properties.DisplayName}, connected to {string.Join(", ", updated.Properties.ConnectionReferences!.Keys)}"
);

Console.WriteLine($"deleted {(await client.DeleteFlowAsync(environment, created.Name!)).Status}");
try
{
    await client.GetFlowAsync(environment, created.Name!);
}
catch (ConnectorRequestException exception)
{
    Console.WriteLine($"then {exception.OperationName}: {exception.GetRawResponse()!.Status} {exception.ErrorCode}");
}

static JsonElement Parse(string json)
{
    using JsonDocument document = JsonDocument.Parse(json);
    return document.RootElement.Clone();
}
