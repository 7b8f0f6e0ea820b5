using System.Text.Json;

namespace PowerConnectors.Emulator.Spec;

/// <summary>The connector's document, read as plain JSON: nothing here knows how the project's generator reads it.</summary>
internal sealed class SpecDocument
{
    private readonly JsonElement _root;
    private readonly Dictionary<string, SpecOperation> _operations;

    private SpecDocument(JsonElement root)
    {
        _root = root;
        _operations = root.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(verb => verb.Value.ValueKind == JsonValueKind.Object)
            .Select(verb => new SpecOperation(verb.Value, this))
            .ToDictionary(operation => operation.Id, StringComparer.Ordinal);
    }

    public static SpecDocument Load()
    {
        using var stream =
            typeof(SpecDocument).Assembly.GetManifestResourceStream("flowmanagement.swagger.json")
            ?? throw new InvalidOperationException("The document is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return new SpecDocument(document.RootElement.Clone());
    }

    public bool HasOperation(string? operationId) => operationId is not null && _operations.ContainsKey(operationId);

    public SpecOperation Operation(string operationId) => _operations[operationId];

    /// <summary>Follows <c>$ref</c> to where the element really stands.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.TryGetProperty("$ref", out var reference))
        {
            element = Find(reference.GetString()!);
        }

        return element;
    }

    private JsonElement Find(string reference)
    {
        var element = _root;
        foreach (var segment in reference.Split('/').Skip(1))
        {
            element = element.GetProperty(
                segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            );
        }

        return element;
    }
}
