using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace PowerConnectors.Generator.Tests.Harness;

/// <summary>One run of the generator, and the compilation around it.</summary>
internal sealed class Generation
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("PowerConnectors.Generator", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    // As the SDK does: a library may have been built against an earlier version of what is there.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)]
    );

    // Of the packages that the generator looks for, none unless a test says so.
    private static readonly ImmutableArray<MetadataReference> WithoutHttpClientFactory =
    [
        .. References.Where(static reference => Path.GetFileName(reference.Display) != "Microsoft.Extensions.Http.dll"),
    ];

    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _compilation;
    private readonly ImmutableArray<InputFile> _files;

    private Generation(GeneratorDriver driver, CSharpCompilation compilation, ImmutableArray<InputFile> files)
    {
        _driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
        _compilation = compilation;
        _files = files;
        Result = _driver.GetRunResult().Results.Single();
    }

    public GeneratorRunResult Result { get; }

    public ImmutableArray<Diagnostic> Diagnostics => _driver.GetRunResult().Diagnostics;

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString());

    public IEnumerable<SourceText> SourceTexts => Result.GeneratedSources.Select(static source => source.SourceText);

    public static Generation Of(params InputFile[] files) => Of([.. files], "");

    /// <summary>Generates from one document and, where there is one, its overlay.</summary>
    public static Generation Of(string document, string? overlay = null, params (string Key, string Value)[] metadata) =>
        Of([new InputFile(Documents.Path, document, metadata), .. OverlayFile(overlay)], "");

    public static Generation Of(ImmutableArray<InputFile> files, string consumer, bool isAskedFor = true, bool hasHttpClientFactory = false)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText(consumer, ParseOptions, "Consumer.cs")],
            hasHttpClientFactory ? References : WithoutHttpClientFactory,
            Options
        );
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ConnectorGenerator().AsSourceGenerator()],
            files,
            ParseOptions,
            new InputOptions(isAskedFor),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        return new Generation(driver, compilation, files);
    }

    /// <summary>Runs again, in the same driver, with another text in one of the files.</summary>
    public Generation With(string path, string text)
    {
        InputFile old = _files.Single(file => file.Path == path);
        InputFile changed = new(path, text, [.. old.Metadata]);
        return new Generation(_driver.ReplaceAdditionalText(old, changed), _compilation, _files.Replace(old, changed));
    }

    /// <summary>Runs again, in the same driver, after the consumer's project got Microsoft.Extensions.Http.</summary>
    public Generation WithHttpClientFactory() => new(_driver, _compilation.WithReferences(References), _files);

    /// <summary>Runs again, in the same driver, with another C# file in the consumer's project.</summary>
    public Generation WithCode(string code) =>
        new(_driver, _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, ParseOptions, "More.cs")), _files);

    /// <summary>What the compiler has to say, of any severity that a build would show, about the generated code and the consumer's.</summary>
    public IReadOnlyList<Diagnostic> Compile(string consumer = "")
    {
        CSharpCompilation compilation = _compilation
            .AddSyntaxTrees(Result.GeneratedSources.Select(static source => source.SyntaxTree))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(ImplicitUsings.Text, ParseOptions, "Usings.cs"))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(consumer, ParseOptions, "Use.cs"));
        using MemoryStream assembly = new();
        using MemoryStream documentation = new();
        return
        [
            .. compilation
                .Emit(assembly, xmlDocumentationStream: documentation, cancellationToken: TestContext.Current.CancellationToken)
                .Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning),
        ];
    }

    public void AssertCompiles(string consumer = "")
    {
        IReadOnlyList<Diagnostic> problems = Compile(consumer);
        Assert.True(
            problems.Count == 0,
            string.Join('\n', problems.Take(20).Select(static problem => $"{problem}\n    {LineOf(problem)}"))
        );
    }

    /// <summary>No findings, and code that compiles without a warning.</summary>
    public Generation AssertGood()
    {
        Assert.Empty(Diagnostics);
        AssertCompiles();
        return this;
    }

    private static IEnumerable<InputFile> OverlayFile(string? overlay) =>
        overlay is null ? [] : [new InputFile(Documents.OverlayPath, overlay)];

    private static string? LineOf(Diagnostic problem) =>
        problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line].ToString();
}
