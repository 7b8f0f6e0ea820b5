using System.Text.Json;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Dynamic;
using PowerConnectors.Generator.Modeling.Notifications;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Modeling.Types;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>Builds the client's methods.</summary>
internal sealed class OperationBuilder(
    SpecFile file,
    SpecDocument document,
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

    private readonly NotificationBuilder _notifications = new(file, document, types, findings);
    private Lookups? _lookups;

    public IReadOnlyList<BuiltOperation> Build(CancellationToken token)
    {
        List<PlacedOperation> possible = [.. selection.Operations.Where(IsPossible)];

        // All names are known before the first is built: doc comments refer to other methods.
        ILookup<string, PlacedOperation> byId = possible.ToLookup(static placed => placed.Operation.OperationId!, StringComparer.Ordinal);
        foreach (string id in Identifiers.PlainFirst(byId.Select(static same => same.Key)))
        {
            _methodNames[id] = _methods.Take(MethodName(byId[id].First()), id, "Operation", "Async");
        }

        Deprecation deprecation = new(possible, _methodNames);
        _lookups = file.Options.IsModelsOnly
            ? null
            : new Lookups(file, document, possible, _methodNames, _methods, types.AllOfParts, findings);
        types.Lookups = _lookups;
        List<BuiltOperation> built = [];
        foreach (PlacedOperation placed in possible)
        {
            token.ThrowIfCancellationRequested();
            OperationModel operation = BuildOne(placed, deprecation);
            built.Add(
                new BuiltOperation(
                    placed.Operation.Tags?.FirstOrDefault()?.Name ?? "Operations",
                    operation,
                    [.. _lookups?.Of(operation) ?? []]
                )
            );
        }

        if (!file.Options.IsSelection)
        {
            _notifications.BuildOthers();
        }

        return built;
    }

    // A trigger is asked again and again, which its name has to say.
    private static string MethodName(PlacedOperation placed)
    {
        const string Verb = "Poll";
        string name = Identifiers.Pascal(placed.Operation.OperationId!);
        bool needsVerb = Triggers.IsPolled(placed) && !name.StartsWith(Verb, StringComparison.Ordinal);
        return $"{(needsVerb ? Verb : "")}{name}";
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
        placed.Operation.OperationId is null
            ? "it has no operationId; add one, for example with an overlay"
            : WhySkipped(UndeclaredParameters.Placeholder.Replace(placed.Path, ""));

    private static string? WhySkipped(string fixedPath) =>
        fixedPath.IndexOfAny(['?', '#']) >= 0 ? "its path holds a '?' or '#', which would end it; make query parameters of what follows"
        : fixedPath.IndexOfAny(['{', '}']) >= 0 ? "its path holds a brace that belongs to no placeholder"
        : null;

    private OperationModel BuildOne(PlacedOperation placed, Deprecation deprecation)
    {
        OpenApiOperation operation = placed.Operation;
        string id = operation.OperationId!;
        ParameterBuilder parameters = new(placed, selection, types, _lookups);
        ResultModel result = new ResultBuilder(types, file, findings).Build(placed);
        return new OperationModel(
            id,
            _methodNames[id],
            Identifiers.Pascal(placed.Verb.ToLowerInvariant()),
            DocTexts.Node(operation.Extensions, RepeatableKey)?.GetValueKind() == JsonValueKind.True,
            parameters.SplitPath().ToEquatableArray(),
            parameters.InSignatureOrder().ToEquatableArray(),
            Triggers.IsPolled(placed) ? Triggers.AsPoll(placed, result) : result,
            DocTexts.OfOperation(
                operation,
                placed.Path,
                placed.Verb,
                limits.Where(limit => limit.Counts(placed.Verb)),
                deprecation.RemarkOf(operation),
                Triggers.IsPolled(placed) ? Triggers.PollText : _notifications.Describe(placed)
            ),
            deprecation.ReasonOf(operation)
        );
    }
}

/// <summary>An operation, with the file that it stands in, and what is looked up by calling it.</summary>
internal sealed record BuiltOperation(string Tag, OperationModel Operation, IReadOnlyList<LookupModel> Lookups);
