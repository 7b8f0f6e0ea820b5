using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PowerConnectors.Corpus.Tests.Hostile;
using PowerConnectors.Generator.Tests.Harness;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Corpus.Tests;

/// <summary>
/// Whatever the texts of a document and its overlay say, they stay texts: the code compiles without a warning and is made of the same pieces as that of the
/// same document with harmless texts.
/// </summary>
public sealed partial class HostileTests
{
    // Any other does as well; a failure names the round, which is reproduced by it.
    private const ulong Seed = 20240229;

    private const int Rounds = 20;
    private const int DocumentsInOneProject = 50;

    private static readonly Gen<(int Shape, string[] Texts)[]> s_documents = Gen.Select(Gen.Int, NastyTexts.Gen.Array[40, 80]).Array[
        DocumentsInOneProject
    ];

    [Fact]
    public void Texts_of_a_document_and_its_overlay_never_become_code()
    {
        for (uint round = 0; round < Rounds; round++)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"Seed {Seed}, round {round}");
            Check(s_documents.Generate(new PCG(round, Seed), null, out _));
        }
    }

    private static void Check((int Shape, string[] Texts)[] documents)
    {
        GeneratorRun hostile = Run(documents, static document => new Texts(document.Texts));
        GeneratorRun harmless = Run(documents, static _ => new Texts(null));

        Assert.DoesNotContain(hostile.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains(
            hostile.Diagnostics,
            static diagnostic => diagnostic.GetMessage(null).Contains("x-ms-client-name", StringComparison.Ordinal)
        );
        Assert.Contains(hostile.Sources, static source => source.HintName.Contains(".Given", StringComparison.Ordinal));
        Assert.All(hostile.Sources, static source => Assert.Matches(SafeName(), source.HintName));
        foreach (SyntaxNode root in hostile.Sources.Select(static source => source.SyntaxTree.GetRoot()))
        {
            Assert.All(
                root.DescendantTrivia(descendIntoTrivia: true).Where(static trivia => trivia.IsDirective),
                static trivia => Assert.Equal("#nullable enable", trivia.ToString().TrimEnd())
            );
            Assert.DoesNotContain(
                root.DescendantTrivia(),
                static trivia =>
                    trivia.Kind() is SyntaxKind.SkippedTokensTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia
            );
        }

        Assert.Equal(Kinds(harmless), Kinds(hostile));
        Assert.Empty(
            ConsumerCompilation
                .With(hostile.Sources, ConsumerCompilation.WithoutHosting)
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Take(5)
        );
    }

    private static GeneratorRun Run((int Shape, string[] Texts)[] documents, Func<(int Shape, string[] Texts), Texts> texts) =>
        GeneratorRun.Of(
            documents.SelectMany(
                (document, index) =>
                {
                    // One of all can be named by its title; of two, one could take what the other needs.
                    HostileDocument made = new(document.Shape, texts(document), isNamedByTitle: index == 0);
                    string number = index.ToString(CultureInfo.InvariantCulture);
                    (string, string)[] metadata = index == 0 ? [] : [("ConnectorNamespace", $"Document{number}")];
                    return (InputFile[])
                        [
                            new InputFile($"/{number}.swagger.json", made.Text(), metadata),
                            new InputFile($"/{number}.overlay.json", made.Overlay()),
                        ];
                }
            ),
            TestContext.Current.CancellationToken,
            ConsumerCompilation.WithoutHosting
        );

    // How often each kind of syntax occurs in the code of each document.
    private static string[] Kinds(GeneratorRun run) =>
        [
            .. run
                .Sources.GroupBy(static source => NumberedDocument().Match(source.HintName).Value)
                .SelectMany(static document =>
                    document
                        .SelectMany(static source => source.SyntaxTree.GetRoot().DescendantNodes())
                        .CountBy(static node => node.Kind())
                        .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{document.Key} {kind.Key} {kind.Value}"))
                )
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(@"^Document\d+(?=\.)")]
    private static partial Regex NumberedDocument();

    [GeneratedRegex(@"^[\p{L}\p{Nd}_.]{1,200}\.g\.cs$")]
    private static partial Regex SafeName();
}
