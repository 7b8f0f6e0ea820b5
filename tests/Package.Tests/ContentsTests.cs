using System.IO.Compression;
using System.Xml.Linq;

namespace PowerConnectors.Package.Tests;

public sealed class ContentsTests(PackageFeed feed)
{
    private const string Generator = "PowerConnectors.Generator";
    private const string Runtime = "PowerConnectors.Runtime";

    [Fact]
    public void Packing_warns_of_nothing() => Assert.DoesNotContain("warning", feed.PackOutput, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_generator_brings_what_the_compiler_loads_and_no_compiler() =>
        Assert.Equal(
            [
                "PowerConnectors.Generator.nuspec",
                "README.md",
                "ThirdPartyNotices.txt",
                "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll",
                "analyzers/dotnet/cs/Microsoft.OpenApi.dll",
                "analyzers/dotnet/cs/PowerConnectors.Generator.dll",
                "analyzers/dotnet/cs/System.Buffers.dll",
                "analyzers/dotnet/cs/System.Memory.dll",
                "analyzers/dotnet/cs/System.Numerics.Vectors.dll",
                "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
                "analyzers/dotnet/cs/System.Text.Encodings.Web.dll",
                "analyzers/dotnet/cs/System.Text.Json.dll",
                "analyzers/dotnet/cs/System.Threading.Tasks.Extensions.dll",
                "build/net10.0/PowerConnectors.Generator.props",
                "lib/net10.0/_._",
            ],
            Entries(Generator).Where(static entry => !entry.StartsWith("docs/", StringComparison.Ordinal))
        );

    [Fact]
    public void The_generator_brings_the_pages_that_its_readme_and_findings_are_explained_on() =>
        Assert.Equal(
            Directory
                .EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
                .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
            Entries(Generator).Where(static entry => entry.StartsWith("docs/", StringComparison.Ordinal))
        );

    [Fact]
    public void The_runtime_is_one_documented_assembly() =>
        Assert.Equal(
            [
                "PowerConnectors.Runtime.nuspec",
                "README.md",
                "lib/net10.0/PowerConnectors.Runtime.dll",
                "lib/net10.0/PowerConnectors.Runtime.xml",
            ],
            Entries(Runtime)
        );

    [Fact]
    public void The_generator_depends_on_the_runtime_of_its_version_as_on_any_library()
    {
        XElement metadata = Metadata(Generator);

        Assert.Equal([(Runtime, feed.Version)], Dependencies(metadata));
        Assert.DoesNotContain(metadata.Elements(), static element => element.Name.LocalName == "developmentDependency");
    }

    [Fact]
    public void The_runtime_depends_on_nothing_but_the_vocabulary_of_Azure_of_loggers_and_of_rate_limiters() =>
        Assert.Equal(
            [
                ("Azure.Core", "1.50.0"),
                ("Microsoft.Extensions.Logging.Abstractions", "8.0.3"),
                ("System.Threading.RateLimiting", "10.0.12"),
            ],
            Dependencies(Metadata(Runtime))
        );

    [Theory]
    [InlineData(Generator)]
    [InlineData(Runtime)]
    public void A_package_says_who_made_it_and_under_which_licence(string id)
    {
        Dictionary<string, string> metadata = Metadata(id)
            .Elements()
            .ToDictionary(static element => element.Name.LocalName, static element => element.Value, StringComparer.Ordinal);

        Assert.Equal(feed.Version, metadata["version"]);
        Assert.Equal("PowerConnectors", metadata["authors"]);
        Assert.Equal("MIT", metadata["license"]);
        Assert.Equal("README.md", metadata["readme"]);
        Assert.NotEmpty(metadata["description"]);
        Assert.NotEmpty(metadata["copyright"]);
        Assert.Contains("source-generator", metadata["tags"], StringComparison.Ordinal);
    }

    private string[] Entries(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PathOf(id));
        return
        [
            .. package
                .Entries.Select(static entry => entry.FullName)
                .Where(static name =>
                    !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                )
                .Where(static name => name != "[Content_Types].xml")
                .Order(StringComparer.Ordinal),
        ];
    }

    private XElement Metadata(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(feed.PathOf(id));
        using Stream stream = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private static IEnumerable<(string Id, string Version)> Dependencies(XElement metadata) =>
        metadata
            .Descendants()
            .Where(static element => element.Name.LocalName == "dependency")
            .Select(static element => (element.Attribute("id")!.Value, element.Attribute("version")!.Value));
}
