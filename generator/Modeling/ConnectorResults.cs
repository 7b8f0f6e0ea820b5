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

    // Two clients of one name would have files of one name, for which the compiler drops everything that the generator made.
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

            string client = $"{model.Client.Namespace}.{model.Client.Name}";
            if (owners.TryGetValue(client, out string? owner))
            {
                Finding taken = new(Descriptors.ClientNameTaken.Id, path, default, new[] { client, owner }.ToEquatableArray());
                yield return new ConnectorResult(null, result.Findings.Append(taken).ToEquatableArray());
            }
            else
            {
                owners.Add(client, path);
                yield return result;
            }
        }
    }
}
