// The same call by the generated client.
using Azure.Core;
using PowerAutomateManagement;

TokenCredential credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(args[2], DateTimeOffset.MaxValue));
using PowerAutomateManagementClient client = new(new Uri(args[0]), args[1], credential);
FlowWithConnectionReferences flow = await client.GetFlowAsync(args[3], args[4]);
Console.WriteLine(flow.Properties.DisplayName);
