using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Benchmarks.Generator;

/// <summary>How the compiler parses the code of a project, generated code too.</summary>
internal static class Parsing
{
    /// <summary>In a project that writes no documentation file, which new ones do not: comments are passed over.</summary>
    public static CSharpParseOptions Plain { get; } = ConsumerCompilation.ParseOptions.WithDocumentationMode(DocumentationMode.None);

    /// <summary>In one that does: the compiler makes nodes of documentation and looks into it.</summary>
    public static CSharpParseOptions Documented { get; } =
        ConsumerCompilation.ParseOptions.WithDocumentationMode(DocumentationMode.Diagnose);
}
