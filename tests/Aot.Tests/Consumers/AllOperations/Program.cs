// Every operation, so that the binary must hold all of the client; only the first is called.
using System.Globalization;
using Azure;
using Azure.Core;
using PowerAutomateManagement;

string environment = args[3];
string flow = args[4];
TokenCredential credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(args[2], DateTimeOffset.MaxValue));
using PowerAutomateManagementClient client = new(new Uri(args[0]), args[1], credential);

#pragma warning disable CS0618 // The first version of ListFlowsInEnvironment is one of the 24.
object? result = args.Length > 5 ? args[5] : null;
result = result switch
{
    null => (await client.GetFlowAsync(environment, flow)).Value.Properties.DisplayName,
    "1" => await Count(client.ListFlowsInEnvironmentAsync(environment)),
    "2" => await Count(client.ListFlowsInEnvironmentV2Async(environment)),
    "3" => await Count(client.ListConnectionsAsync(environment)),
    "4" => await Count(client.ListApisAsync(environment)),
    "5" => await Count(client.ListUserEnvironmentsAsync()),
    "6" => await Count(client.ListFlowOwnersAsync(environment, flow)),
    "7" => await Count(client.ListFlowUsersAsync(environment, flow)),
    "8" => await Count(client.ListMyFlowsAsync(environment)),
    "9" => (await client.AdminGetFlowAsync(environment, flow)).Value,
    "10" => (await client.AdminRestoreFlowAsync(environment, flow)).Value,
    "11" => (await client.CreateConnectionAsync(flow, environment, new Connection())).Value,
    "12" => (await client.GetApiAsync(flow, environment)).Value,
    "13" => (await client.CreateFlowAsync(environment, (await client.GetFlowAsync(environment, flow)).Value)).Value,
    "14" => (await client.UpdateFlowAsync(environment, flow, (await client.GetFlowAsync(environment, flow)).Value)).Value,
    "15" => (await client.ListCallbackUrlAsync(environment, flow)).Value,
    "16" => await client.AdminModifyFlowOwnersAsync(environment, flow, new ModifyFlowPermissionPayload()),
    "17" => await client.ModifyFlowOwnersAsync(environment, flow, new ModifyFlowPermissionPayload()),
    "18" => await client.ModifyRunOnlyUsersAsync(environment, flow, new ModifyFlowPermissionPayload()),
    "19" => await client.DeleteFlowAsync(environment, flow),
    "20" => await client.StartFlowAsync(environment, flow),
    "21" => await client.StopFlowAsync(environment, flow),
    "22" => await client.CancelFlowRunAsync(environment, flow, flow),
    _ => await client.ResubmitFlowAsync(environment, flow, flow, flow),
};
Console.WriteLine(result);

static async Task<string> Count<T>(AsyncPageable<T> items)
    where T : notnull
{
    int count = 0;
    await foreach (T item in items)
    {
        count++;
    }

    return count.ToString(CultureInfo.InvariantCulture);
}
