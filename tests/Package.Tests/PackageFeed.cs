using System.Globalization;
using PowerConnectors.Package.Tests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace PowerConnectors.Package.Tests;

/// <summary>Both packages, packed once into a feed of their own, under a version that no cache has seen.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();

    public string Version { get; } =
        $"0.1.0-test.{TimeProvider.System.GetUtcNow().ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";

    /// <summary>What packing printed.</summary>
    public string PackOutput { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        foreach (string project in (string[])["generator", "runtime"])
        {
            string[] arguments =
            [
                "pack",
                $"-p:Version={Version}",
                "--artifacts-path",
                _directory.PathOf("artifacts"),
                "--output",
                _directory.PathOf("feed"),
            ];
            ProcessResult result = await DotNet.RunAsync(Repository.PathOf(project), arguments, TestContext.Current.CancellationToken);
            PackOutput += result.Succeeded().Output;
        }
    }

    /// <summary>The path of a package.</summary>
    internal string PathOf(string id) => _directory.PathOf(Path.Combine("feed", $"{id}.{Version}.nupkg"));

    /// <summary>
    /// Lets projects in a directory restore from the feed, beside the sources of the machine. What the machine has is used where it lies, and
    /// what is new goes to a folder that is gone with this feed.
    /// </summary>
    internal async Task ConfigureAsync(string directory) =>
        await File.WriteAllTextAsync(
            Path.Combine(directory, "nuget.config"),
            $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{_directory.PathOf("packages")}" />
              </config>
              <packageSources>
                <add key="powerconnectors-test" value="{_directory.PathOf("feed")}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="machine" value="{MachinePackages()}" />
              </fallbackPackageFolders>
            </configuration>
            """,
            TestContext.Current.CancellationToken
        );

    public ValueTask DisposeAsync()
    {
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string MachinePackages()
    {
        string path = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(path);
        return path;
    }
}
