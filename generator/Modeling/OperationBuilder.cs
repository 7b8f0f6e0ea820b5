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

        return true;
    }

    private static string? WhySkipped(PlacedOperation placed) =>
        placed.Operation.OperationId is null ? "it has no operationId; add one, for example with an overlay" : null;

    private OperationModel BuildOne(PlacedOperation placed, Deprecation deprecation)
    {
        OpenApiOperation operation = placed.Operation;
        string id = operation.OperationId!;
        ParameterBuilder parameters = new(placed, selection, types, _methodNames, file, findings);
        return new OperationModel(
            id,
            _methodNames[id],
            Identifiers.Pascal(placed.Verb.ToLowerInvariant()),
            DocTexts.Node(operation.Extensions, RepeatableKey)?.GetValueKind() == JsonValueKind.True,
            parameters.SplitPath().ToEquatableArray(),
            parameters.InSignatureOrder().ToEquatableArray(),
            new ResultBuilder(types, file, findings).Build(placed),
            DocTexts.OfOperation(operation, placed.Path, placed.Verb, limits.Where(limit => limit.Counts(placed.Verb))),
            deprecation.ReasonOf(operation)
        );
    }
}
