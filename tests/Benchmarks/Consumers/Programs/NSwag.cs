// The same call by NSwag's client.
using System.Net.Http.Headers;

using HttpClient http = new();
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", args[2]);
NSwagPeer.FlowWithConnectionReferences flow = await new NSwagPeer.NSwagClient(args[0], http).GetFlowAsync(args[1], args[3], args[4]);
Console.WriteLine(flow.Properties.DisplayName);
