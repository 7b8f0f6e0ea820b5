using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Specs.Json;

namespace PowerConnectors.Generator.Specs;

/// <summary>Finds the connector documents among the additional files of a project, and their overlays.</summary>
internal static class SpecFiles
{
    private const string DocumentSuffix = ".swagger.json";
    private const string OverlaySuffix = ".overlay.json";
    private const string SwitchKey = "PowerConnectorsGenerator";

    public static IncrementalValuesProvider<SpecFile> ReadSpecs(this IncrementalGeneratorInitializationContext context) =>
        context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, token) => IsAskedFor(pair.Right) ? Read(pair.Left, pair.Right.GetOptions(pair.Left), token) : null)
            .Where(static file => file is not null)
            .Collect()
            .SelectMany(static (files, _) => Pair(files!));

    /// <summary>
    /// Whether the project itself references the package, whose props say so. The SDK runs the generators of packages also where they come along with a
    /// referenced library, but the library has the generated types already.
    /// </summary>
    public static bool IsAskedFor(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue($"build_property.{SwitchKey}", out string? value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is a document or an overlay, or the project says that it is none.</summary>
    public static bool IsKnown(AdditionalText file, AnalyzerConfigOptions options) =>
        Metadata(options, SpecOptions.ClientKey) is not null
        || file.Path.EndsWith(DocumentSuffix, StringComparison.OrdinalIgnoreCase)
        || file.Path.EndsWith(OverlaySuffix, StringComparison.OrdinalIgnoreCase);

    private static InputFile? Read(AdditionalText file, AnalyzerConfigOptions options, CancellationToken token)
    {
        string? wanted = Metadata(options, SpecOptions.ClientKey);
        // With an impossible value it is a document too, so that the value is reported.
        if (!IsKnown(file, options) || string.Equals(wanted, "false", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        SpecOptions specOptions = new(
            wanted,
            Metadata(options, SpecOptions.ClientNameKey),
            Metadata(options, SpecOptions.NamespaceKey),
            List(options, SpecOptions.OperationsKey, [',', ' '])
        )
        {
            // Spaces are usual in tags.
            Tags = List(options, SpecOptions.TagsKey, [',']),
            Accessibility = Metadata(options, SpecOptions.AccessibilityKey),
        };
        return new InputFile(
            file.Path,
            SurrogateEscapes.Replace(file.GetText(token)?.ToString().TrimStart('\ufeff')),
            specOptions,
            file.Path.EndsWith(OverlaySuffix, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static string? Metadata(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue($"build_metadata.AdditionalFiles.{key}", out string? value) && value.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : null;

    private static EquatableArray<string> List(AnalyzerConfigOptions options, string key, char[] separators) =>
        (Metadata(options, key) ?? "")
            .Split(separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(static item => item.Trim())
            .Where(static item => item.Length > 0)
            .ToEquatableArray();

    private static ImmutableArray<SpecFile> Pair(ImmutableArray<InputFile> files)
    {
        ImmutableArray<SpecFile>.Builder pairs = ImmutableArray.CreateBuilder<SpecFile>();

        // Items come in the order in which the file system lists them, which is not the same everywhere.
        InputFile[] inOrder = [.. files.OrderBy(static file => file.Path, StringComparer.Ordinal)];
        Dictionary<string, InputFile> overlays = new(StringComparer.OrdinalIgnoreCase);
        List<InputFile> orphans = [];
        foreach (InputFile overlay in inOrder.Where(static file => file.IsOverlay))
        {
            string name = BaseName(overlay.Path);
            if (overlays.ContainsKey(name))
            {
                orphans.Add(overlay);
            }
            else
            {
                overlays.Add(name, overlay);
            }
        }

        foreach (InputFile document in inOrder.Where(static file => !file.IsOverlay))
        {
            string name = BaseName(document.Path);
            if (overlays.TryGetValue(name, out InputFile? overlay))
            {
                overlays.Remove(name);
            }

            pairs.Add(new SpecFile(document.Path, document.Text, document.Options, overlay?.Path, overlay?.Text));
        }

        foreach (InputFile orphan in orphans.Concat(overlays.Values.OrderBy(static overlay => overlay.Path, StringComparer.Ordinal)))
        {
            pairs.Add(new SpecFile(orphan.Path, orphan.Text, orphan.Options) { IsOrphanedOverlay = true });
        }

        return pairs.ToImmutable();
    }

    private static string BaseName(string path)
    {
        foreach (string suffix in (string[])[DocumentSuffix, OverlaySuffix, ".json"])
        {
            if (path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return path.Substring(0, path.Length - suffix.Length);
            }
        }

        return path;
    }

    private sealed record InputFile(string Path, string? Text, SpecOptions Options, bool IsOverlay);
}
