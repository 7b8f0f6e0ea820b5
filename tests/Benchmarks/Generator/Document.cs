using System.Text.Json.Nodes;
using PowerConnectors.Generator.Tests.Harness;
using PowerConnectors.Testing;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Benchmarks.Generator;

/// <summary>A document that both generators read.</summary>
internal sealed class Document
{
    private const string Folder = "CONNECTOR_CORPUS";
    private const string Path = "/specs/document.swagger.json";

    private readonly InputFile[] _others;

    private Document(string name, string text, params InputFile[] others)
    {
        Name = name;
        Text = text;
        File = new InputFile(Path, text);
        _others = others;
    }

    public string Name { get; }

    public string Text { get; }

    public InputFile File { get; }

    public IEnumerable<InputFile> Files => [File, .. _others];

    /// <summary>The shipped connector and one of each size: of the folder where it has one that is near, else made.</summary>
    public static IReadOnlyList<Document> All() => [Shipped(), OfSize(57_000), OfSize(844_000), OfSize(1_100_000)];

    public static Document Shipped() =>
        new(
            "flowmanagement",
            System.IO.File.ReadAllText(Repository.PathOf("spec/flowmanagement.swagger.json")),
            new InputFile("/specs/document.overlay.json", System.IO.File.ReadAllText(Repository.PathOf("spec/flowmanagement.overlay.json")))
        );

    /// <summary>The same document with another description of its first definition with members.</summary>
    public InputFile Edit(int number)
    {
        JsonObject json = JsonNode.Parse(Text)!.AsObject();
        JsonObject definition = json["definitions"]!
            .AsObject()
            .Select(static pair => pair.Value!.AsObject())
            .First(static definition => definition["properties"] is JsonObject { Count: > 0 });
        definition["description"] = $"Edited {number}.";
        return new InputFile(Path, json.ToJsonString());
    }

    private static Document OfSize(int size)
    {
        FileInfo? nearest = Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } folder
            ? new DirectoryInfo(folder).EnumerateFiles("*.swagger.json").MinBy(file => Math.Abs(file.Length - size))
            : null;
        return nearest is not null && Math.Abs(nearest.Length - size) < size / 5
            ? new Document(nearest.Name.Split('.')[0], System.IO.File.ReadAllText(nearest.FullName))
            : new Document("made", LargeDocument.Of(size));
    }
}
