using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PowerConnectors.Generator.Tests.Harness;

/// <summary>An item of AdditionalFiles: a path, its text (null: it cannot be read), and its metadata.</summary>
internal sealed class InputFile(string path, string? text, params (string Key, string Value)[] metadata) : AdditionalText
{
    public override string Path => path;

    public string? Text => text;

    public IReadOnlyList<(string Key, string Value)> Metadata => metadata;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text);
}

/// <summary>Gives the generator the items' metadata, and the package's own property, as the SDK does.</summary>
internal sealed class InputOptions(bool isAskedFor) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Values(isAskedFor ? [("build_property.PowerConnectorsGenerator", "true")] : []);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Values([.. ((InputFile)textFile).Metadata.Select(static pair => ($"build_metadata.AdditionalFiles.{pair.Key}", pair.Value))]);

    private sealed class Values(IReadOnlyList<(string Key, string Value)> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = values
                .Where(pair => string.Equals(pair.Key, key, StringComparison.OrdinalIgnoreCase))
                .Select(static pair => pair.Value)
                .FirstOrDefault();
            return value is not null;
        }
    }
}
