using System.Text.Json.Nodes;

namespace PowerConnectors.Spec.Tests;

/// <summary>Reads the document, its overlay and the tables of what is expected.</summary>
internal static class SpecFiles
{
    public static JsonObject Document() => JsonNode.Parse(Text("flowmanagement.swagger.json"))!.AsObject();

    public static JsonObject Overlay() => JsonNode.Parse(Text("flowmanagement.overlay.json"))!.AsObject();

    /// <summary>The lines of a table, without comments and empty lines.</summary>
    public static IEnumerable<string> Lines(string table) =>
        Text(table)
            .Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal));

    /// <summary>The rows of a table whose cells are set apart by <paramref name="separator"/>.</summary>
    public static IEnumerable<string[]> Rows(string table, char separator) =>
        Lines(table).Select(line => line.Split(separator, StringSplitOptions.TrimEntries));

    public static string Text(string name)
    {
        using var stream = typeof(SpecFiles).Assembly.GetManifestResourceStream(name);
        using var reader = new StreamReader(stream ?? throw new FileNotFoundException("No such embedded file.", name));
        return reader.ReadToEnd();
    }
}
