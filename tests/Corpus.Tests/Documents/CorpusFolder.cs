using System.Collections.Concurrent;
using System.Text;

namespace PowerConnectors.Corpus.Tests.Documents;

/// <summary>The folder of connector documents that these tests run over, as the environment names it.</summary>
internal static class CorpusFolder
{
    public const string Variable = "CONNECTOR_CORPUS";

    public const string WhyNot =
        $"Set {Variable} to a folder of connector documents (*.json, looked for in folders below too), for example a clone of github.com/microsoft/PowerPlatformConnectors.";

    private static readonly ConcurrentDictionary<string, Lazy<CorpusDocument>> s_documents = new(StringComparer.Ordinal);

    public static bool IsThere { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder && Directory.Exists(folder);

    private static readonly Lazy<string[]> s_names = new(FindNames);

    /// <summary>All documents, by their paths in the folder; without a folder one row, for the test that says so.</summary>
    public static TheoryData<string> All => [.. IsThere ? s_names.Value : [WhyNot]];

    /// <summary>The documents that are JSON.</summary>
    public static TheoryData<string> Readable => [.. IsThere ? s_names.Value.Where(static name => Get(name).Fault is null) : [WhyNot]];

    /// <summary>The documents that are not.</summary>
    public static TheoryData<string> Broken =>
        [.. IsThere ? s_names.Value.Where(static name => Get(name).Fault is not null).DefaultIfEmpty("none") : [WhyNot]];

    public static CorpusDocument Get(string name) =>
        s_documents.GetOrAdd(name, static name => new Lazy<CorpusDocument>(() => CorpusDocument.Load(Folder, name))).Value;

    private static string Folder => Environment.GetEnvironmentVariable(Variable)!;

    private static string[] FindNames() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
                .Where(LooksLikeDocument)
                .Select(static path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    // Broken ones too: not by parsing.
    private static bool LooksLikeDocument(string path)
    {
        string text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        return (text.Contains("\"swagger\"", StringComparison.Ordinal) || text.Contains("\"openapi\"", StringComparison.Ordinal))
            && text.Contains("\"paths\"", StringComparison.Ordinal);
    }
}
