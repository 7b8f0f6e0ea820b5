// The same call by the generated client.
using Azure.Core;
using Large;
using PowerConnectors;

TokenCredential credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(args[2], DateTimeOffset.MaxValue));
ConnectorClientOptions options = new() { Scopes = ["https://contoso.example/.default"] };
using LargeClient client = new(new Uri(args[0]), credential, options);
Thing0 thing = await client.UpdateThing0Async("1", new Thing0 { Id = "1" });
Console.WriteLine(thing.Name);
