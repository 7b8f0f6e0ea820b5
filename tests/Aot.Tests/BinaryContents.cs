using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace PowerConnectors.Aot.Tests;

/// <summary>The generated types and operations whose code or data is in a binary, from the map of the AOT compiler.</summary>
internal sealed partial class BinaryContents
{
    private const string ClientName = "PowerAutomateManagementClient";

    private readonly SortedSet<string> _models = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _operations = new(StringComparer.Ordinal);

    private readonly SortedSet<string> _jsonTypes = new(StringComparer.Ordinal);

    private BinaryContents() { }

    public IReadOnlySet<string> Models => _models;

    public IReadOnlySet<string> Operations => _operations;

    /// <summary>The types of System.Text.Json of which there is code.</summary>
    public IReadOnlySet<string> JsonTypes => _jsonTypes;

    /// <summary>The size of everything that belongs to a generated type, instances of generic types over it included.</summary>
    public long GeneratedBytes { get; private set; }

    public static BinaryContents Read(string mapFile)
    {
        BinaryContents contents = new();
        using XmlReader reader = XmlReader.Create(mapFile);
        while (reader.Read())
        {
            contents.Add(reader.GetAttribute("Name") ?? "", reader.GetAttribute("Length"));
        }

        contents._models.Remove(ClientName);
        return contents;
    }

    private void Add(string name, string? length)
    {
        _jsonTypes.UnionWith(JsonMethod().Matches(name).Select(static match => match.Groups[1].Value));
        MatchCollection types = GeneratedType().Matches(name);
        if (types.Count == 0)
        {
            return;
        }

        _models.UnionWith(types.Select(static match => match.Groups[1].Value));
        _operations.UnionWith(ClientMethod().Matches(name).Select(static match => match.Groups[1].Value));
        GeneratedBytes += long.Parse(length ?? "0", CultureInfo.InvariantCulture);
    }

    // Names of the generated types hold no underscores, which in the map stand between the parts of a name.
    [GeneratedRegex("_PowerAutomateManagement_([A-Za-z0-9]+)")]
    private static partial Regex GeneratedType();

    [GeneratedRegex($"_PowerAutomateManagement_{ClientName}__([A-Za-z0-9]+)Async")]
    private static partial Regex ClientMethod();

    [GeneratedRegex("^System_Text_Json_System_Text_Json_([A-Za-z0-9]+)__")]
    private static partial Regex JsonMethod();
}
