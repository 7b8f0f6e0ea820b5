using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Tests.Harness;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Benchmarks.Generator;

/// <summary>Our generator as the compiler runs it.</summary>
internal static class Ours
{
    /// <summary>From text to syntax trees, nothing kept from before.</summary>
    public static ImmutableArray<SyntaxTree> Generate(Document document, CSharpParseOptions parsing)
    {
        ImmutableArray<SyntaxTree> trees = Open(document, parsing).GetRunResult().GeneratedTrees;
        // The driver parses when somebody asks for the first node.
        foreach (SyntaxTree tree in trees)
        {
            tree.GetRoot();
        }

        return trees;
    }

    /// <summary>A driver that has run, for edits.</summary>
    public static GeneratorDriver Open(Document document) => Open(document, Parsing.Plain);

    /// <summary>The project after a change of code that has nothing to do with the connector.</summary>
    public static CSharpCompilation EditCode(int number) =>
        ConsumerCompilation.Empty.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(
                string.Create(CultureInfo.InvariantCulture, $"class Edited {{ int Field{number}; }}"),
                Parsing.Plain,
                "Edited.cs"
            )
        );

    /// <summary>How many files are other ones after the edit.</summary>
    public static int CountChanged(GeneratorDriver before, GeneratorDriver after)
    {
        HashSet<SourceText> texts = [.. Texts(before)];
        return Texts(after).Count(text => !texts.Contains(text));
    }

    /// <summary>The driver once more, with another text of the document.</summary>
    public static GeneratorDriver EditDocument(GeneratorDriver driver, InputFile before, InputFile after) =>
        driver.ReplaceAdditionalText(before, after).RunGenerators(ConsumerCompilation.Empty);

    private static GeneratorDriver Open(Document document, CSharpParseOptions parsing) =>
        GeneratorRun.NewDriver(document.Files, parsing: parsing).RunGenerators(ConsumerCompilation.Empty);

    // A text that is not written anew is the same object.
    private static IEnumerable<SourceText> Texts(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.Select(static source => source.SourceText);
}
