using System.Text;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Corpus.Tests.Documents;

/// <summary>One document of the folder: what it is, judged without the generator.</summary>
internal sealed record CorpusDocument(string Name, string Text, JsonObject? Json, JsonFault? Fault)
{
    /// <summary>As an item of a project.</summary>
    public InputFile AsFile() => AsFile(Text);

    /// <summary>As an item of a project, with another text.</summary>
    public InputFile AsFile(string text) =>
        new(
            $"/specs/{Name}",
            text,
            ("ConnectorClient", "true"),
            ("ConnectorClientName", "CorpusClient"),
            ("ConnectorNamespace", "Contoso")
        );

    public static CorpusDocument Load(string folder, string name)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder, name));
        ReadOnlySpan<byte> utf8 = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        JsonFault? fault = StrictJson.FindFault(utf8);

        // As the compiler reads files: what is no UTF-8 becomes the replacement character.
        string text = Encoding.UTF8.GetString(utf8);
        return new CorpusDocument(name, text, fault is null ? StrictJson.Read(utf8) as JsonObject : null, fault);
    }
}
