using Microsoft.OpenApi;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Modeling.Notifications;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;
using PowerConnectors.Generator.Specs.Checks;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>An operation with its place in the document.</summary>
internal sealed record PlacedOperation(string Path, string Verb, OpenApiOperation Operation, OperationJson Json)
{
    // Of two of one name in one place, the first counts.
    public IEnumerable<IOpenApiParameter> Parameters =>
        (Operation.Parameters ?? []).GroupBy(static parameter => (parameter.In, parameter.Name)).Select(static same => same.First());
}

/// <summary>The operations to generate, and the parameters that all of them share.</summary>
internal sealed class OperationSelection
{
    public const string VisibilityKey = "x-ms-visibility";

    private readonly Dictionary<string, string> _connectionProperties = new(StringComparer.Ordinal);

    private OperationSelection(
        string clientName,
        IReadOnlyList<PlacedOperation> operations,
        IReadOnlyList<IOpenApiParameter> connectionParameters
    )
    {
        NameScope names = new([clientName, .. ReservedNames.ClientMembers, .. ReservedNames.SettingsMembers], StringComparer.Ordinal);
        Dictionary<string, string?> given = connectionParameters.ToDictionary(
            static parameter => parameter.Name!,
            static parameter => DocTexts.Text(parameter.Extensions, Extensions.ClientName),
            StringComparer.Ordinal
        );
        foreach (string name in Identifiers.PlainFirst(given.Keys).OrderBy(name => given[name] is null ? 1 : 0))
        {
            _connectionProperties[name] = names.Take(Identifiers.Pascal(given[name] ?? name), name, "Value");
        }

        Operations = operations;
        ConnectionParameters = connectionParameters;
    }

    public IReadOnlyList<PlacedOperation> Operations { get; }

    /// <summary>Internal path parameters of every operation of the document: given once per client.</summary>
    public IReadOnlyList<IOpenApiParameter> ConnectionParameters { get; }

    /// <summary>The client's properties that hold them.</summary>
    public IEnumerable<string> ConnectionProperties => _connectionProperties.Values;

    /// <summary>The client's property for a parameter, if that is given once per client.</summary>
    public string? FindConnectionProperty(string wireName) => _connectionProperties.TryGetValue(wireName, out string? name) ? name : null;

    public static OperationSelection Choose(ConnectorNames names, SpecFile file, SpecDocument document, FindingList findings)
    {
        List<PlacedOperation> all = [];
        ReferenceTargets references = new(document.Json);
        NotificationUrls urls = new(document.Json, references);
        foreach (KeyValuePair<string, IOpenApiPathItem> path in document.OpenApi.Paths)
        {
            foreach (KeyValuePair<System.Net.Http.HttpMethod, OpenApiOperation> operation in path.Value.Operations ?? [])
            {
                MergePathParameters(path.Value, operation.Value);
                all.Add(
                    new PlacedOperation(
                        path.Key,
                        operation.Key.Method,
                        operation.Value,
                        new OperationJson(document.Json, references, urls, path.Key, operation.Key.Method)
                    )
                );
            }
        }

        UnreadOperations.Report(all, file, document.Json, findings);
        if (document.Chosen.IsEmpty)
        {
            findings.AddAt(Descriptors.NoOperations, file, ["paths"]);
        }

        UndeclaredParameters.Declare(all);
        return new OperationSelection(
            names.ClientName,
            all.FindAll(operation => document.Chosen.Contains(operation.Path, operation.Verb.ToLowerInvariant())),
            SharedInternal(all)
        );
    }

    // A reference looks for its target whenever it is asked anything, which took a third of the time of building a client, so it is followed once.
    private static void MergePathParameters(IOpenApiPathItem path, OpenApiOperation operation)
    {
        List<IOpenApiParameter> merged = [.. (operation.Parameters ?? []).Select(Target)];
        foreach (IOpenApiParameter shared in (path.Parameters ?? []).Select(Target))
        {
            if (!merged.Any(own => own.Name == shared.Name && own.In == shared.In))
            {
                merged.Add(shared);
            }
        }

        operation.Parameters = merged;
    }

    private static IOpenApiParameter Target(IOpenApiParameter parameter) =>
        parameter is OpenApiParameterReference { Target: { } target } ? target : parameter;

    private static List<IOpenApiParameter> SharedInternal(List<PlacedOperation> all) =>
        [
            .. (all.FirstOrDefault()?.Parameters ?? []).Where(candidate =>
                IsInternalInPath(candidate)
                && all.All(operation =>
                    operation.Parameters.Any(parameter => IsInternalInPath(parameter) && parameter.Name == candidate.Name)
                )
            ),
        ];

    private static bool IsInternalInPath(IOpenApiParameter parameter) =>
        parameter.In == ParameterLocation.Path
        && DocTexts.Text(parameter.Extensions, VisibilityKey) == "internal"
        && parameter.Schema?.Default is null;
}
