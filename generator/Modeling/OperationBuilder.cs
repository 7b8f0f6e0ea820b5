using System.Text.Json;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Builds the client's methods.</summary>
internal sealed class OperationBuilder(
    SpecFile file,
    ConnectorNames names,
    OperationSelection selection,
    TypeBuilder types,
    IReadOnlyList<LimitModel> limits,
    FindingList findings
)
{
    private const string RepeatableKey = "x-powerconnectors-repeatable";

    private readonly NameScope _methods = new(
        [.. ReservedNames.ClientMembers, names.ClientName, .. selection.ConnectionProperties],
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, string> _methodNames = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Tag, OperationModel Operation)> Build(CancellationToken token)
    {
        List<PlacedOperation> possible = [.. selection.Operations.Where(IsPossible)];

        // All names are known before the first is built: doc comments refer to other methods.
        foreach (string id in Identifiers.PlainFirst(possible.Select(static placed => placed.Operation.OperationId!)))
        {
            _methodNames[id] = _methods.Take($"{Identifiers.Pascal(id)}Async", id, "Operation");
        }

        Deprecation deprecation = new(possible, _methodNames);
        List<(string, OperationModel)> built = [];
        foreach (PlacedOperation placed in possible)
        {
            token.ThrowIfCancellationRequested();
            built.Add((placed.Operation.Tags?.FirstOrDefault()?.Name ?? "Operations", BuildOne(placed, deprecation)));
        }

        return built;
    }

    private bool IsPossible(PlacedOperation placed)
    {
        string[] place = ["paths", placed.Path, placed.Verb.ToLowerInvariant()];
        if (WhySkipped(placed) is { } reason)
        {
            findings.AddAt(
                Descriptors.OperationSkipped,
                file,
                place,
                placed.Operation.OperationId ?? $"{placed.Verb} {placed.Path}",
                reason
            );
            return false;
        }

        if (placed.Verb != "GET" && DocTexts.Node(placed.Operation.Extensions, ResultBuilder.PageableKey) is not null)
        {
            findings.AddAt(
                Descriptors.InvalidExtension,
                file,
                [.. place, ResultBuilder.PageableKey],
                ResultBuilder.PageableKey,
                "only the pages of a GET are followed so far; the method returns the first page"
            );
        }

        return true;
    }

    private static string? WhySkipped(PlacedOperation placed)
    {
        if (placed.Operation.OperationId is null)
        {
            return "it has no operationId; add one, for example with an overlay";
        }

        if (placed.Operation.RequestBody?.Content is { Count: > 0 } content && JsonSchema(content) is null)
        {
            return $"its body is {string.Join(", ", content.Keys)}, and only JSON bodies can be sent so far";
        }

        if (ResultBuilder.FindOtherThanJson(placed.Operation) is { } types)
        {
            return $"its answer is {types}, and only JSON answers can be read so far";
        }

        if (placed.Parameters.FirstOrDefault(static parameter => !IsInPathOrQuery(parameter)) is { } other)
        {
            return $"its parameter '{other.Name}' is not in the path, the query or the body, and others cannot be sent so far";
        }

        if (placed.Parameters.FirstOrDefault(static parameter => !IsText(parameter)) is { } composite)
        {
            return $"its parameter '{composite.Name}' is not a single value, and others cannot be sent so far";
        }

        return ParameterBuilder.FindUndeclared(placed) is { } undeclared
            ? $"its path has {{{undeclared}}}, and there is no path parameter of that name; declare it, for example with an overlay"
            : null;
    }

    private static bool IsInPathOrQuery(IOpenApiParameter parameter) => parameter.In is ParameterLocation.Path or ParameterLocation.Query;

    private static bool IsText(IOpenApiParameter parameter) => parameter.Schema is null || SchemaKinds.IsText(parameter.Schema);

    private OperationModel BuildOne(PlacedOperation placed, Deprecation deprecation)
    {
        OpenApiOperation operation = placed.Operation;
        string id = operation.OperationId!;
        ParameterBuilder parameters = new(placed, selection, types, _methodNames);
        return new OperationModel(
            id,
            _methodNames[id],
            Identifiers.Pascal(placed.Verb.ToLowerInvariant()),
            DocTexts.Node(operation.Extensions, RepeatableKey)?.GetValueKind() == JsonValueKind.True,
            parameters.SplitPath().ToEquatableArray(),
            parameters.InSignatureOrder().ToEquatableArray(),
            new ResultBuilder(types).Build(placed),
            DocTexts.OfOperation(operation, placed.Path, placed.Verb, limits.Where(limit => limit.Counts(placed.Verb))),
            deprecation.ReasonOf(operation)
        );
    }

    internal static IOpenApiSchema? JsonSchema(IDictionary<string, IOpenApiMediaType> content) =>
        content.FirstOrDefault(static media => media.Key.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0).Value?.Schema;
}
