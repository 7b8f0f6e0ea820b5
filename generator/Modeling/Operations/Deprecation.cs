using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Modeling.Texts;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>Says which operations are revisions of one another, and why one should not be called any more.</summary>
internal sealed class Deprecation(IEnumerable<PlacedOperation> operations, IReadOnlyDictionary<string, string> methodNames)
{
    private const string AnnotationKey = "x-ms-api-annotation";
    private const string General = "The connector's document marks this operation as deprecated.";

    private readonly ILookup<string, OpenApiOperation> _families = operations
        .Select(static placed => placed.Operation)
        .Where(static operation => !operation.Deprecated && Family(operation) is not null)
        .ToLookup(static operation => Family(operation)!, StringComparer.Ordinal);

    public string? ReasonOf(OpenApiOperation operation) =>
        !operation.Deprecated ? null
        : Latest(operation) is { } latest ? $"{General} Use {latest}."
        : General;

    /// <summary>What the comment of an operation says that is not deprecated: that there is a newer one, or that it may change.</summary>
    public string? RemarkOf(OpenApiOperation operation)
    {
        bool isPreview = string.Equals($"{Annotation(operation)?["status"]}", "Preview", StringComparison.OrdinalIgnoreCase);
        string? remark =
            operation.Deprecated ? null
            : Latest(operation) is { } latest ? $"There is a newer revision: {latest}."
            : null;
        return isPreview ? $"{remark} The service calls this operation a preview.".TrimStart() : remark;
    }

    private string? Latest(OpenApiOperation operation)
    {
        string? replacement = (Annotation(operation)?["replacement"] as JsonObject)?["operationId"]?.ToString();
        if (replacement is not null && methodNames.TryGetValue(replacement, out string? named))
        {
            return named;
        }

        OpenApiOperation? latest = (Family(operation) is { } family ? _families[family] : [])
            .Where(other => operation.Deprecated || Revision(other) > Revision(operation))
            .OrderByDescending(Revision)
            .FirstOrDefault();
        return latest is null ? null : methodNames[latest.OperationId!];
    }

    private static string? Family(OpenApiOperation operation) => Annotation(operation)?["family"]?.ToString();

    private static int Revision(OpenApiOperation operation) =>
        int.TryParse($"{Annotation(operation)?["revision"]}", NumberStyles.None, CultureInfo.InvariantCulture, out int revision)
            ? revision
            : 0;

    private static JsonObject? Annotation(OpenApiOperation operation) => DocTexts.Node(operation.Extensions, AnnotationKey) as JsonObject;
}
