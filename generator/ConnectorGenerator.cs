using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Emit;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator;

/// <summary>Generates a typed client for every connector document of a project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ConnectorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SpecFile> specs = context.ReadSpecs().WithTrackingName(TrackingNames.Specs);
        IncrementalValuesProvider<ConnectorResult> results = specs.BuildConnectors().WithTrackingName(TrackingNames.Connectors);
        IncrementalValuesProvider<ConnectorModel> connectors = results.Usable();

        context.ReportFindings(results);
        context.ReportMissingDocument();
        context.EmitModels(connectors);
        context.EmitClients(connectors);
        context.EmitJsonContexts(connectors);
        context.EmitRegistrations(connectors);
    }
}
