using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Diagnostics;

/// <summary>Turns findings into the compiler's diagnostics.</summary>
internal static class FindingReports
{
    public static void ReportFindings(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ConnectorResult> connectors
    ) =>
        context.RegisterSourceOutput(
            connectors.SelectMany(static (connector, _) => connector.Findings),
            static (output, finding) => output.ReportDiagnostic(ToDiagnostic(finding))
        );

    private static Diagnostic ToDiagnostic(Finding finding)
    {
        LinePosition position = new(finding.Position.Line, finding.Position.Column);
        Location location = Location.Create(
            finding.Path,
            new TextSpan(finding.Position.Offset, 0),
            new LinePositionSpan(position, position)
        );
        return Diagnostic.Create(Descriptors.Find(finding.Id), location, [.. finding.Arguments]);
    }
}
