using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PowerConnectors.Package.Tests;

public sealed class SymbolTests(PackageFeed feed)
{
    [Fact]
    public void The_runtime_has_a_symbol_package_without_the_paths_of_this_machine()
    {
        string package = Path.ChangeExtension(feed.PathOf("PowerConnectors.Runtime"), ".snupkg");
        using MetadataReaderProvider symbols = MetadataReaderProvider.FromPortablePdbStream(
            Extract(package, "lib/net10.0/PowerConnectors.Runtime.pdb")
        );

        AssertMapped(symbols, "/_/runtime/ConnectorClient.cs");
    }

    [Fact]
    public void The_generator_carries_its_symbols_without_the_paths_of_this_machine()
    {
        using PEReader assembly = new(
            Extract(feed.PathOf("PowerConnectors.Generator"), "analyzers/dotnet/cs/PowerConnectors.Generator.dll")
        );
        DebugDirectoryEntry entry = Assert.Single(
            assembly.ReadDebugDirectory(),
            static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb
        );
        using MetadataReaderProvider symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);

        AssertMapped(symbols, "/_/generator/ConnectorGenerator.cs");
    }

    private static void AssertMapped(MetadataReaderProvider symbols, string expected)
    {
        MetadataReader reader = symbols.GetMetadataReader();
        List<string> sources = [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];

        Assert.Contains(expected, sources);
        Assert.DoesNotContain(sources, static source => source.StartsWith(Repository.Root, StringComparison.OrdinalIgnoreCase));
    }

    private static MemoryStream Extract(string package, string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream entry = archive.GetEntry(path)!.Open();
        MemoryStream content = new();
        entry.CopyTo(content);
        content.Position = 0;
        return content;
    }
}
