using System.Text.Json;

namespace PowerConnectors.Emulator.Spec;

/// <summary>An operation of the document.</summary>
internal sealed class SpecOperation
{
    public SpecOperation(JsonElement operation, SpecDocument document)
    {
        Id = operation.GetProperty("operationId").GetString()!;
        Pageable = operation.TryGetProperty("x-ms-pageable", out _);
        Parameters =
        [
            .. operation
                .GetProperty("parameters")
                .EnumerateArray()
                .Select(parameter => new SpecParameter(document.Resolve(parameter), document)),
        ];
        Answer = operation
            .GetProperty("responses")
            .EnumerateObject()
            .Where(response => response.Value.TryGetProperty("schema", out _))
            .Select(response => new SpecSchema(response.Value.GetProperty("schema"), document))
            .FirstOrDefault();
    }

    public string Id { get; }

    public bool Pageable { get; }

    public IReadOnlyList<SpecParameter> Parameters { get; }

    /// <summary>The schema of the success answer; null if that is empty.</summary>
    public SpecSchema? Answer { get; }
}
