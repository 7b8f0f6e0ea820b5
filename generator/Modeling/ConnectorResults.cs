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
    private static IEnumerable<ConnectorResult> RefuseTakenNames(ImmutableArray<(string Path, ConnectorResult Result)> built)
    {
        Dictionary<string, string> owners = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string path, ConnectorResult result) in built)
        {
            if (result.Model is not { } model)
            {
                yield return result;
                continue;
            }

            string? taken = NamesOf(model).FirstOrDefault(owners.ContainsKey);
            if (taken is not null)
            {
                Finding finding = new(Descriptors.NameTaken.Id, path, default, "", new[] { taken, owners[taken] }.ToEquatableArray());
                yield return new ConnectorResult(null, result.Findings.Append(finding).ToEquatableArray());
            }
            else
            {
                foreach (string name in NamesOf(model))
                {
                    owners.Add(name, path);
                }

                yield return result;
            }
        }
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
