using System.Globalization;
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

    // The pointer follows the message of every descriptor, so the message is made here and not by the compiler.
    private static Diagnostic ToDiagnostic(Finding finding)
    {
        DiagnosticDescriptor descriptor = Descriptors.Find(finding.Id);
        LinePosition position = new(finding.Position.Line, finding.Position.Column);
        return Diagnostic.Create(
            descriptor.Id,
            descriptor.Category,
            Message(descriptor, finding),
            SeverityOf(descriptor, finding),
            descriptor.DefaultSeverity,
            descriptor.IsEnabledByDefault,
            warningLevel: descriptor.DefaultSeverity == DiagnosticSeverity.Error ? 0 : 1,
            title: descriptor.Title,
            location: Location.Create(finding.Path, new TextSpan(finding.Position.Offset, 0), new LinePositionSpan(position, position))
        );
    }

    // That there are more infos than are shown is no warning.
    private static DiagnosticSeverity SeverityOf(DiagnosticDescriptor descriptor, Finding finding) =>
        descriptor == Descriptors.MoreFindings && Descriptors.Find(finding.Arguments[1]).DefaultSeverity == DiagnosticSeverity.Info
            ? DiagnosticSeverity.Info
            : descriptor.DefaultSeverity;

    private static string Message(DiagnosticDescriptor descriptor, Finding finding)
    {
        object[] arguments = [.. finding.Arguments.Select(MessageText.Quote)];
        string format = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        string place = finding.Pointer.Length == 0 ? "" : $" JSON pointer: {MessageText.Quote(finding.Pointer)}";
        return string.Format(CultureInfo.InvariantCulture, format, arguments) + place;
    }
}
