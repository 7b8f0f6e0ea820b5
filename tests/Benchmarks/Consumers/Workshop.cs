using System.Diagnostics;
using PowerConnectors.Benchmarks.Reporting;
using PowerConnectors.Testing;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Benchmarks.Consumers;

/// <summary>A directory outside the repository with the projects of consumers, which get the packages from a feed as users do.</summary>
internal sealed class Workshop : IDisposable
{
    private const string Version = "0.1.0-benchmark";
    private const int LargeSize = 844_000;

    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(15);

    private readonly TemporaryDirectory _directory = new();

    private Workshop() { }

    public static async Task<Workshop> OpenAsync(CancellationToken cancellationToken)
    {
        Workshop workshop = new();
        foreach (string project in (string[])["generator", "runtime"])
        {
            await RunAsync(
                Repository.PathOf(project),
                cancellationToken,
                "pack",
                $"-p:Version={Version}",
                "--artifacts-path",
                workshop.PathOf("artifacts"),
                "--output",
                workshop.PathOf("feed")
            );
        }

        string machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        await File.WriteAllTextAsync(
            workshop.PathOf("nuget.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{workshop.PathOf("packages")}" /></config>
              <packageSources><add key="benchmark" value="{workshop.PathOf("feed")}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>
            </configuration>
            """,
            cancellationToken
        );
        return workshop;
    }

    public string PathOf(string path) => _directory.PathOf(path);

    /// <summary>Writes a consumer's project and restores it.</summary>
    public async Task PrepareAsync(Consumer consumer, CancellationToken cancellationToken)
    {
        string folder = PathOf(consumer.Name);
        Directory.CreateDirectory(Path.Combine(folder, "specs"));
        foreach (string source in consumer.Sources)
        {
            File.Copy(Repository.PathOf(source), Path.Combine(folder, Path.GetFileName(source)));
        }

        if (consumer.Document == Consumer.Large)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "specs/large.swagger.json"), LargeDocument.Of(LargeSize), cancellationToken);
        }
        else
        {
            File.Copy(Repository.PathOf("spec/flowmanagement.swagger.json"), Path.Combine(folder, "specs/flowmanagement.swagger.json"));
            File.Copy(Repository.PathOf("spec/flowmanagement.overlay.json"), Path.Combine(folder, "specs/flowmanagement.overlay.json"));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, $"{consumer.Name}.csproj"), ProjectOf(consumer), cancellationToken);
        await RunAsync(folder, cancellationToken, "restore");
    }

    /// <summary>What building a consumer makes.</summary>
    public string DllOf(Consumer consumer) => PathOf($"{consumer.Name}/bin/Release/net10.0/{consumer.Name}.dll");

    /// <summary>A build from nothing but what was restored. The DLL of one of ours is then there for the precompiled ones.</summary>
    public async Task<TimeSpan> BuildAsync(Consumer consumer, CancellationToken cancellationToken, params string[] arguments)
    {
        string folder = PathOf(consumer.Name);
        foreach (string left in (string[])["bin/Release", "obj/Release"])
        {
            if (Directory.Exists(Path.Combine(folder, left)))
            {
                Directory.Delete(Path.Combine(folder, left), recursive: true);
            }
        }

        long start = Stopwatch.GetTimestamp();
        await RunAsync(folder, cancellationToken, ["build", "-c", "Release", "--no-restore", .. arguments]);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        if (consumer.Kind == ConsumerKind.Ours)
        {
            File.Copy(DllOf(consumer), PathOf($"{consumer.Name}.dll"), overwrite: true);
        }

        return time;
    }

    /// <summary>Publishes ahead of time.</summary>
    /// <returns>What that printed.</returns>
    public Task<string> PublishAsync(Consumer consumer, CancellationToken cancellationToken) =>
        RunAsync(
            PathOf(consumer.Name),
            cancellationToken,
            "publish",
            "-c",
            "Release",
            "-p:PublishAot=true",
            "-p:InvariantGlobalization=true",
            "-p:TrimmerSingleWarn=false",
            "--output",
            PathOf($"published/{consumer.Name}")
        );

    public void Dispose() => _directory.Dispose();

    private static async Task<string> RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments) =>
        (await ProcessRunner.RunAsync("dotnet", arguments, folder, s_timeout, cancellationToken)).Succeeded().Output;

    private static string ProjectOf(Consumer consumer) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              {ItemsOf(consumer)}
            </Project>
            """;

    private static string ItemsOf(Consumer consumer) =>
        consumer.Kind switch
        {
            ConsumerKind.Ours => $"""
                <ItemGroup>
                  <PackageReference Include="PowerConnectors.Generator" Version="{Version}" />
                  <AdditionalFiles Include="specs/*.json" />
                </ItemGroup>
                """,
            ConsumerKind.Precompiled => $"""
                <ItemGroup>
                  <PackageReference Include="PowerConnectors.Runtime" Version="{Version}" />
                  <Reference Include="../{(consumer.Document == Consumer.Large ? Consumer.LargeOurs : Consumer.SmallOurs).Name}.dll" />
                </ItemGroup>
                """,
            ConsumerKind.NSwag => $"""
                <ItemGroup>
                  <PackageReference Include="NSwag.MSBuild" Version="{PackageVersions.Of("NSwag.MSBuild")}" PrivateAssets="all" />
                </ItemGroup>
                <Target Name="Generate" BeforeTargets="CoreCompile" Inputs="specs/{consumer.Document}.swagger.json" Outputs="$(IntermediateOutputPath)NSwagClient.cs">
                  <Exec Command="$(NSwagExe_Net100) openapi2csclient /input:specs/{consumer.Document}.swagger.json /output:$(IntermediateOutputPath)NSwagClient.cs /namespace:NSwagPeer /classname:NSwagClient /jsonLibrary:SystemTextJson /operationGenerationMode:SingleClientFromOperationId /generateOptionalParameters:true" />
                </Target>
                <Target Name="IncludeGenerated" BeforeTargets="CoreCompile" AfterTargets="Generate">
                  <ItemGroup><Compile Include="$(IntermediateOutputPath)NSwagClient.cs" /></ItemGroup>
                </Target>
                """,
            _ => $"""
                <ItemGroup>
                  <PackageReference Include="Azure.Core" Version="{PackageVersions.Of("Azure.Core")}" />
                </ItemGroup>
                """,
        };
}
