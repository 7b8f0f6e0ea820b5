using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

namespace PowerConnectors.Benchmarks.Generator;

/// <summary>NSwag's generator, with the settings that the other suites give its command line.</summary>
internal static class NSwagPeer
{
    /// <summary>From text to text.</summary>
    public static string Generate(Document document)
    {
        OpenApiDocument openApi = OpenApiDocument.FromJsonAsync(document.Text).GetAwaiter().GetResult();
        CSharpClientGeneratorSettings settings = new()
        {
            ClassName = "NSwagClient",
            GenerateOptionalParameters = true,
            OperationNameGenerator = new SingleClientFromOperationIdOperationNameGenerator(),
        };
        settings.CSharpGeneratorSettings.Namespace = "NSwagPeer";
        settings.CSharpGeneratorSettings.JsonLibrary = CSharpJsonLibrary.SystemTextJson;
        return new CSharpClientGenerator(openApi, settings).GenerateFile();
    }

    /// <summary>From text to the syntax tree that the compiler makes of it.</summary>
    public static SyntaxTree GenerateTree(Document document, CSharpParseOptions parsing) =>
        CSharpSyntaxTree.ParseText(Generate(document), parsing);
}
