using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Notifications;
using PowerConnectors.Generator.Modeling.Operations;
using PowerConnectors.Generator.Modeling.Types;

namespace PowerConnectors.Generator.Modeling.Dynamic;

/// <summary>Says which lookups can become a method: that has to be known before the first doc comment refers to it.</summary>
internal sealed class LookupChecks(JsonObject document, IReadOnlyList<PlacedOperation> operations, AllOfParts parts)
{
    private readonly Dictionary<string, PlacedOperation> _operations = operations
        .GroupBy(static placed => placed.Operation.OperationId!)
        .ToDictionary(static same => same.Key, static same => same.First(), StringComparer.Ordinal);

    private readonly HashSet<string> _declared =
    [
        .. (document["paths"] as JsonObject ?? [])
            .SelectMany(static path => path.Value as JsonObject ?? [])
            .Select(static operation => (operation.Value as JsonObject)?["operationId"]?.ToString() ?? ""),
    ];

    /// <summary>Whether the operation that it names is generated.</summary>
    public bool IsCallable(Lookup lookup) => lookup.OperationId is { } id && _operations.ContainsKey(id);

    /// <summary>What is wrong in the document.</summary>
    public string? WhyWrong(Lookup lookup) =>
        lookup.OperationId is { } id
            ? _declared.Contains(id)
                ? null
                : $"it names the operation '{id}', which this document does not have"
            : lookup.IsBuiltIn
                ? null
                : "it names no operation";

    /// <summary>Why there is no method although the document is right.</summary>
    public string? WhyNot(Lookup lookup)
    {
        if (!IsCallable(lookup))
        {
            return null;
        }

        PlacedOperation operation = _operations[lookup.OperationId!];
        return WhyNotRead(lookup, operation)
            ?? lookup
                .Constants.Select(given => WhyNotGiven(given.Key, given.Value, operation))
                .FirstOrDefault(static reason => reason is not null);
    }

    private string? WhyNotRead(Lookup lookup, PlacedOperation operation)
    {
        string id = operation.Operation.OperationId!;
        if (Triggers.IsPolled(operation))
        {
            return $"{id} is a trigger";
        }

        ResultShape result = ResultShape.Of(operation, parts);
        return result.Kind is ResultKind.Text or ResultKind.Stream ? $"the answer of {id} is not JSON"
            : result.Kind != ResultKind.Pages ? null
            : lookup.Kind == LookupKind.Schema ? $"{id} answers page by page"
            : lookup.ItemsPath is { } path && path != result.ItemsName
                ? $"the answer of {id} comes page by page with its items in '{result.ItemsName}', not in '{path}'"
            : null;
    }

    private string? WhyNotGiven(string name, JsonNode value, PlacedOperation operation)
    {
        string id = operation.Operation.OperationId!;
        if (operation.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
        {
            return $"it gives '{name}', which is no parameter of {id}";
        }

        bool isPossible = value.GetValueKind() switch
        {
            JsonValueKind.String => Kind(parameter) is ValueKind.String or ValueKind.Enum,
            JsonValueKind.True or JsonValueKind.False => Kind(parameter) is ValueKind.String or ValueKind.Boolean,
            JsonValueKind.Number => Kind(parameter) switch
            {
                ValueKind.String => true,
                ValueKind.Int32 => int.TryParse($"{value}", NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
                ValueKind.Int64 or ValueKind.Int64Enum => long.TryParse(
                    $"{value}",
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out _
                ),
                _ => false,
            },
            _ => false,
        };
        return isPossible ? null : $"what it gives for '{name}' of {id} is no value of its type";
    }

    private ValueKind Kind(IOpenApiParameter parameter) =>
        parameter.Schema is { } schema && SchemaKinds.IsText(AllOf.Flatten(schema, parts))
            ? SchemaKinds.Of(AllOf.Flatten(schema, parts))
            : ValueKind.String;
}
