using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Testing.Generating;

/// <summary>The project around generated code: nullable and documentation on, everything referenced that this program has itself.</summary>
internal static class ConsumerCompilation
{
    private const int LatestWarnings = 9999;

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static CSharpCompilation Empty { get; } =
        CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText(ImplicitUsings.Text, ParseOptions, "Usings.cs")],
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: LatestWarnings,
                // As in every project of the SDK: a newer version of a library than it was built with is what packages resolve to.
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]
            )
        );

    /// <summary>The same without Microsoft.Extensions.Http, and so without what registers a client with a service collection.</summary>
    public static CSharpCompilation WithoutHosting { get; } =
        Empty.WithReferences(
            Empty.References.Where(static reference => Path.GetFileName(reference.Display) != "Microsoft.Extensions.Http.dll")
        );

    /// <summary>
    /// The project with generated files as if they were written by hand: without the head that says that they are generated, and under names that do not say so
    /// either, so that every warning counts.
    /// </summary>
    public static CSharpCompilation With(IEnumerable<GeneratedSourceResult> sources, CSharpCompilation? project = null) =>
        (project ?? Empty).AddSyntaxTrees(
            sources.Select(static source =>
                CSharpSyntaxTree.ParseText(
                    WithoutHead(source.SourceText.ToString()),
                    ParseOptions,
                    source.HintName.Replace(".g.cs", ".cs", StringComparison.Ordinal)
                )
            )
        );

    private static string WithoutHead(string text)
    {
        int start = 0;
        while (text.AsSpan(start).StartsWith("//", StringComparison.Ordinal))
        {
            start = text.IndexOf('\n', start) + 1;
        }

        return text[start..];
    }

    private static ImmutableArray<MetadataReference> References() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(static path => !Path.GetFileName(path).StartsWith("PowerConnectors.Generator", StringComparison.Ordinal))
                .Select(static path => MetadataReference.CreateFromFile(path)),
        ];
}
