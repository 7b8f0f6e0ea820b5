using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PowerConnectors.Benchmarks.Generator;
using PowerConnectors.Benchmarks.Reporting;
using PowerConnectors.Generator.Tests.Harness;

const int SmallDocument = 200_000;
const int EditRounds = 200;

if (args.Contains("--short"))
{
    Checks.Check(Document.Shipped());
    return Checks.CountNSwagErrors(Document.Shipped());
}

Table warm = new(
    "document",
    "characters",
    "files",
    "ours ms",
    "ours MB",
    "NSwag to text ms",
    "NSwag to tree ms",
    "NSwag MB",
    "ours / NSwag to text",
    "ours / NSwag to tree",
    "documented: ours ms",
    "NSwag to tree ms",
    "ours / NSwag to tree",
    "NSwag's compile errors"
);
Table edits = new("document", "edit of C# ms", "KB", "edit of one definition ms", "MB", "files written anew", "reading alone ms");
Table parts = new(
    "document",
    "all ms",
    "JSON nodes",
    "OpenAPI reader",
    "syntax trees",
    "the rest",
    "reader's share",
    "reader MB",
    "bare tokens ms"
);

// Not counted: the compiler's own code for cached edits is at its best only after hundreds of them, and the first document would take twice as long.
MeasureCachedEdit(Document.Shipped());
foreach (Document document in Document.All())
{
    Checks.Check(document);
    // A small one needs more rounds until all of it is compiled at its best, and they take no time.
    int rounds = document.Text.Length < SmallDocument ? 60 : 7;
    SourceFile[] sources =
    [
        .. Ours.Generate(document, Parsing.Plain).Select(static tree => new SourceFile(tree.FilePath, tree.ToString())),
    ];
    JsonNode[] nodes = [.. Enumerable.Range(0, rounds * 2).Select(_ => Reading.ToNodes(document))];
    InputFile[] texts = [document.Edit(0), document.Edit(1)];
    GeneratorDriver original = Ours.EditDocument(Ours.Open(document), document.File, texts[0]);
    GeneratorDriver edited = original;
    int current = 0;

    IReadOnlyList<Cost> costs = Rounds.Measure(
        rounds,
        _ => Ours.Generate(document, Parsing.Plain),
        _ => NSwagPeer.Generate(document),
        _ => NSwagPeer.GenerateTree(document, Parsing.Plain),
        _ => Ours.Generate(document, Parsing.Documented),
        _ => NSwagPeer.GenerateTree(document, Parsing.Documented),
        _ => Reading.ToNodes(document),
        round => Reading.ToOpenApi(nodes[round + (rounds / 2)]),
        _ => Reading.ToTokens(document),
        _ => Array.ForEach(sources, static source => CSharpSyntaxTree.ParseText(source.Text, Parsing.Plain, source.Path)),
        _ =>
        {
            edited = Ours.EditDocument(edited, texts[current], texts[1 - current]);
            current = 1 - current;
        }
    );
    (Cost ours, Cost text, Cost tree, Cost documented, Cost documentedTree) = (costs[0], costs[1], costs[2], costs[3], costs[4]);
    (Cost json, Cost reader, Cost tokens, Cost trees, Cost edit) = (costs[5], costs[6], costs[7], costs[8], costs[9]);

    Cost cached = MeasureCachedEdit(document);

    string size = document.Text.Length.ToString("N0", CultureInfo.InvariantCulture);
    string name = document.Name;
    warm.Add(
        name,
        size,
        Count(sources.Length),
        Table.Figure(ours.Milliseconds),
        Table.Figure(ours.Megabytes),
        Table.Figure(text.Milliseconds),
        Table.Figure(tree.Milliseconds),
        Table.Figure(text.Megabytes),
        Table.Ratio(ours.Milliseconds, text.Milliseconds),
        Table.Ratio(ours.Milliseconds, tree.Milliseconds),
        Table.Figure(documented.Milliseconds),
        Table.Figure(documentedTree.Milliseconds),
        Table.Ratio(documented.Milliseconds, documentedTree.Milliseconds),
        Count(Checks.CountNSwagErrors(document))
    );
    edits.Add(
        name,
        Table.Figure(cached.Milliseconds),
        Table.Figure(cached.Megabytes * 1000),
        Table.Figure(edit.Milliseconds),
        Table.Figure(edit.Megabytes),
        Count(Ours.CountChanged(original, Ours.EditDocument(original, texts[0], texts[1]))),
        Table.Figure(json.Milliseconds + reader.Milliseconds)
    );
    parts.Add(
        name,
        Table.Figure(ours.Milliseconds),
        Table.Figure(json.Milliseconds),
        Table.Figure(reader.Milliseconds),
        Table.Figure(trees.Milliseconds),
        Table.Figure(ours.Milliseconds - json.Milliseconds - reader.Milliseconds - trees.Milliseconds),
        Table.Ratio(reader.Milliseconds, ours.Milliseconds),
        Table.Figure(reader.Megabytes),
        Table.Figure(tokens.Milliseconds)
    );
}

StringBuilder page = new();
page.Append("#### Warm, from the document's text\n\n");
page.Append(
    "The compiler looks into documentation only where the project writes a documentation file, which new ones do not: those are `documented`.\n\n"
);
page.Append(warm).Append('\n');
page.Append("#### After an edit\n\n").Append(edits).Append('\n');
page.Append("#### Where the time goes\n\n").Append(parts);
Console.WriteLine(page);
return 0;

static Cost MeasureCachedEdit(Document document)
{
    GeneratorDriver driver = Ours.Open(document);
    CSharpCompilation[] codes = [.. Enumerable.Range(0, EditRounds * 2).Select(Ours.EditCode)];
    return Rounds.Measure(EditRounds, round => driver = driver.RunGenerators(codes[round + (EditRounds / 2)])).Single();
}

static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

/// <summary>A generated file.</summary>
internal sealed record SourceFile(string Path, string Text);
