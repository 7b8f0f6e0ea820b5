namespace PowerConnectors.Package.Tests;

/// <summary>A user's directory outside the repository, with projects that get the packages from the feed.</summary>
internal sealed class ConsumerDirectory : IDisposable
{
    private static readonly TimeSpan RunTimeout = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory _directory = new();
    private readonly PackageFeed _feed;

    private ConsumerDirectory(PackageFeed feed) => _feed = feed;

    /// <summary>What a user adds to a project: the package, and the documents in their folder.</summary>
    public string Reference => $"<PackageReference Include=\"PowerConnectors.Generator\" Version=\"{_feed.Version}\" />";

    public const string Documents = "<AdditionalFiles Include=\"specs/*.swagger.json;specs/*.overlay.json\" />";

    public static async Task<ConsumerDirectory> CreateAsync(PackageFeed feed)
    {
        ConsumerDirectory directory = new(feed);
        await feed.ConfigureAsync(directory._directory.Path);
        return directory;
    }

    public string PathOf(string path) => _directory.PathOf(path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Makes a project as <c>dotnet new</c> does, with warnings as errors unless told otherwise.</summary>
    public void WriteProject(
        string name,
        string items,
        bool isLibrary = false,
        string properties = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>"
    ) =>
        Write(
            $"{name}/{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{(isLibrary ? "Library" : "Exe")}</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """
        );

    /// <summary>Copies the connector's document and its overlay to a project.</summary>
    public void CopyDocuments(string project)
    {
        foreach (string path in Directory.EnumerateFiles(Repository.PathOf("spec"), "*.json"))
        {
            Write($"{project}/specs/{Path.GetFileName(path)}", File.ReadAllText(path));
        }
    }

    public Task<ProcessResult> BuildAsync(string project, params string[] arguments) =>
        DotNet.RunAsync(PathOf(project), ["build", "--tl:off", "-clp:NoSummary", .. arguments], TestContext.Current.CancellationToken);

    public Task<ProcessResult> RunAsync(string project, params string[] arguments) =>
        ProcessRunner.RunAsync(
            PathOf($"{project}/bin/Debug/net10.0/{project}"),
            arguments,
            _directory.Path,
            RunTimeout,
            TestContext.Current.CancellationToken
        );

    public void Dispose() => _directory.Dispose();
}
