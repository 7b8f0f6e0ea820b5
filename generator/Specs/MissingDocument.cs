using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs;

/// <summary>Says that a project which asks for clients has no document: a pattern that fits no file says nothing itself.</summary>
internal static class MissingDocument
{
    private const int MaxNames = 3;

    public static void ReportMissingDocument(this IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context
                .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
                .Select(static (pair, _) => (pair.Left.Path, IsKnown: SpecFiles.IsKnown(pair.Left, pair.Right.GetOptions(pair.Left))))
                .Collect()
                .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => SpecFiles.IsAskedFor(options)))
                .Select(static (pair, _) => pair.Right && !pair.Left.Any(static file => file.IsKnown) ? Describe(pair.Left) : null)
                .WithTrackingName(TrackingNames.MissingDocument),
            static (output, files) =>
            {
                if (files is not null)
                {
                    output.ReportDiagnostic(Diagnostic.Create(Descriptors.NoDocument, Location.None, files));
                }
            }
        );

    private static string Describe(ImmutableArray<(string Path, bool)> files)
    {
        string[] names =
        [
            .. files
                .Select(static file => MessageText.Quote(Path.GetFileName(file.Path)))
                .OrderBy(static name => name, StringComparer.Ordinal),
        ];
        int more = names.Length - MaxNames;
        return names.Length == 0 ? "there are none"
            : more <= 0 ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MaxNames))} and {more.ToString(CultureInfo.InvariantCulture)} more";
    }
}
