using System.Text.Json;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Package.Tests;

public sealed class ConsumerTests(PackageFeed feed)
{
    private const string Program = """
        using Azure.Core;
        using PowerAutomateManagement;

        TokenCredential credential = DelegatedTokenCredential.Create((_, _) => new AccessToken(args[2], DateTimeOffset.MaxValue));
        using var client = new PowerAutomateManagementClient(new Uri(args[0]), args[1], credential);

        var count = 0;
        await foreach (AdminFlow flow in client.ListMyFlowsAsync(args[3]))
            count++;

        FlowWithConnectionReferences one = await client.GetFlowAsync(args[3], args[4]);
        one.Properties.State = FlowState.Stopped;
        Flow updated = await client.UpdateFlowAsync(args[3], args[4], one);
        Console.WriteLine($"{count} flows; {updated.Properties.DisplayName} is {updated.Properties.State}");
        """;

    [Fact]
    public async Task A_project_with_the_package_and_a_document_has_its_client()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using FlowManagementEmulator emulator = await FlowManagementEmulator.StartAsync(cancellationToken: cancellationToken);
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        directory.WriteProject("App", directory.Reference + ConsumerDirectory.Documents);
        directory.CopyDocuments("App");
        directory.Write("App/Program.cs", Program);

        (await directory.BuildAsync("App")).Succeeded();
        ProcessResult run = await directory.RunAsync(
            "App",
            [.. EmulatorArguments.Of(emulator), EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow]
        );

        Assert.Equal(["620 flows; Receive order is Stopped"], run.Succeeded().Lines);
        Assert.Equal(
            [
                "Azure.Core/1.50.0",
                "Microsoft.Bcl.AsyncInterfaces/8.0.0",
                "Microsoft.Extensions.DependencyInjection.Abstractions/8.0.2",
                "Microsoft.Extensions.Logging.Abstractions/8.0.3",
                $"PowerConnectors.Generator/{feed.Version}",
                $"PowerConnectors.Runtime/{feed.Version}",
                "System.ClientModel/1.8.0",
                "System.Memory.Data/8.0.1",
                "System.Threading.RateLimiting/10.0.12",
            ],
            Packages(directory.PathOf("App/obj/project.assets.json"))
        );
    }

    private static IEnumerable<string> Packages(string assetsFile)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(assetsFile));
        return
        [
            .. assets
                .RootElement.GetProperty("libraries")
                .EnumerateObject()
                .Select(static library => library.Name)
                .Order(StringComparer.Ordinal),
        ];
    }
}
