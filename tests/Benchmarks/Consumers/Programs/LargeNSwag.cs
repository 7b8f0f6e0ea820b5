// The same call by NSwag's client.
using System.Net.Http.Headers;

using HttpClient http = new();
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", args[2]);
NSwagPeer.Thing0 thing = await new NSwagPeer.NSwagClient(args[0], http).UpdateThing0Async("1", new NSwagPeer.Thing0 { Id = "1" });
Console.WriteLine(thing.Name);
