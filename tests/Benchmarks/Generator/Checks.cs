using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Benchmarks.Generator;

/// <summary>Whether what was generated is worth its time.</summary>
internal static class Checks
{
    /// <exception cref="InvalidOperationException">Ours does not compile, or an edit has other files written than it should.</exception>
    public static void Check(Document document)
    {
        Diagnostic? error = Errors(Ours.Generate(document, Parsing.Plain)).FirstOrDefault();
        if (error is not null)
        {
            throw new InvalidOperationException($"{document.Name}: {error}");
        }

        GeneratorDriver driver = Ours.Open(document);
        int byCode = Ours.CountChanged(driver, driver.RunGenerators(Ours.EditCode(1)));
        int byDocument = Ours.CountChanged(driver, Ours.EditDocument(driver, document.File, document.Edit(1)));
        if (byCode != 0 || byDocument == 0)
        {
            throw new InvalidOperationException(
                $"{document.Name}: {byCode} files after an edit of C#, {byDocument} after one of the document."
            );
        }
    }

    /// <summary>How often the compiler objects to NSwag's code.</summary>
    public static int CountNSwagErrors(Document document) => Errors([NSwagPeer.GenerateTree(document, Parsing.Plain)]).Count();

    private static IEnumerable<Diagnostic> Errors(ImmutableArray<SyntaxTree> trees) =>
        ConsumerCompilation
            .Empty.AddSyntaxTrees(trees)
            .GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
