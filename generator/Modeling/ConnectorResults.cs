using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>The step from documents to connectors.</summary>
internal static class ConnectorResults
{
    public static IncrementalValuesProvider<ConnectorResult> BuildConnectors(this IncrementalValuesProvider<SpecFile> specs) =>
        specs
            .Select(static (spec, token) => (spec.Path, Result: ConnectorBuilder.Build(spec, token)))
            .Collect()
            .SelectMany(static (built, _) => RefuseTakenNames(built));

    public static IncrementalValuesProvider<ConnectorModel> Usable(this IncrementalValuesProvider<ConnectorResult> results) =>
        results.Where(static result => result.Model is not null).Select(static (result, _) => result.Model!);

    // Two types of one name would have files of one name, for which the compiler drops everything that the generator made.
    private static ImmutableArray<ConnectorResult> RefuseTakenNames(ImmutableArray<(string Path, ConnectorResult Result)> built)
    {
        Dictionary<string, string> owners = new(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. built.Select(one => one.Result.Model is { } model ? Refuse(one.Path, one.Result, [.. NamesOf(model)], owners) : one.Result),
        ];
    }

    private static ConnectorResult Refuse(string path, ConnectorResult result, string[] names, Dictionary<string, string> owners)
    {
        if (names.FirstOrDefault(owners.ContainsKey) is { } taken)
        {
            return Without(result, Descriptors.NameTaken, path, taken, owners[taken]);
        }

        foreach (string name in names)
        {
            if (owners.ContainsKey(name))
            {
                return Without(result, Descriptors.InternalError, path, "two types of one name", name);
            }

            owners.Add(name, path);
        }

        return result;
    }

    private static ConnectorResult Without(ConnectorResult result, DiagnosticDescriptor reason, string path, params string[] arguments)
    {
        Finding finding = new(reason.Id, path, default, "", arguments.ToEquatableArray());
        return new ConnectorResult(null, result.Findings.Append(finding).ToEquatableArray());
    }

    private static IEnumerable<string> NamesOf(ClientModel client) =>
        [
            $"{client.Namespace}.{client.Name}",
            $"{client.Namespace}.{client.Name}Settings",
            $"{client.Namespace}.{client.Name}ServiceCollectionExtensions",
        ];

    private static IEnumerable<string> NamesOf(ConnectorModel model) =>
        [
            .. model.Client is { } client ? NamesOf(client) : [],
            $"{model.JsonContext.Namespace}.{model.JsonContext.Name}",
            .. model.Types.Select(static type => $"{type.Namespace}.{type.Name}"),
            .. model.Groups.Select(static group => $"{group.Namespace}.{group.ClientName}.{group.Name}"),
        ];
}
