using System.Text.Json;
using PowerConnectors.Testing;

namespace PowerConnectors.Fuzz.Mutating;

/// <summary>The documents that are mutated, each with its overlay where it has one.</summary>
internal static class Sources
{
    private const int LargestInBytes = 100_000;

    /// <summary>Those of the repository.</summary>
    public static IReadOnlyList<(string Document, string? Overlay)> Own { get; } =
    [
        (FeatureDocument.Text, FeatureDocument.Overlay),
        (FeatureDocument.Text, null),
        (
            File.ReadAllText(Repository.PathOf("spec/flowmanagement.swagger.json")),
            File.ReadAllText(Repository.PathOf("spec/flowmanagement.overlay.json"))
        ),
        (File.ReadAllText(Repository.PathOf("tests/Operations.Tests/OpenApi3/library.swagger.json")), null),
        (
            File.ReadAllText(Repository.PathOf("tests/Operations.Tests/OpenApi3/helpdesk.swagger.json")),
            File.ReadAllText(Repository.PathOf("tests/Operations.Tests/OpenApi3/helpdesk.overlay.json"))
        ),
    ];

    /// <summary>Those of the repository, and those of a folder that are JSON and not too large to be mutated often.</summary>
    public static IReadOnlyList<(string Document, string? Overlay)> From(DirectoryInfo? folder) =>
        folder is null
            ? Own
            :
            [
                .. Own,
                .. folder
                    .EnumerateFiles("*.json", SearchOption.AllDirectories)
                    .Where(static file => file.Length <= LargestInBytes)
                    .OrderBy(static file => file.FullName, StringComparer.Ordinal)
                    .Select(static file => (File.ReadAllText(file.FullName), (string?)null))
                    .Where(static source => IsJson(source.Item1)),
            ];

    private static bool IsJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
