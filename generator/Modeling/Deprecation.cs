using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Says why an operation should not be called any more, and which one takes its place.</summary>
internal sealed class Deprecation(IEnumerable<PlacedOperation> operations, IReadOnlyDictionary<string, string> methodNames)
{
    private const string AnnotationKey = "x-ms-api-annotation";
    private const string General = "The connector's document marks this operation as deprecated.";

    public string? ReasonOf(OpenApiOperation operation)
    {
        if (!operation.Deprecated)
        {
            return null;
        }

        OpenApiOperation? latest = operations
            .Select(static placed => placed.Operation)
            .Where(other => !other.Deprecated && Family(other) is { } family && family == Family(operation))
            .OrderByDescending(Revision)
            .FirstOrDefault();
        return latest is null ? General : $"{General} Use {methodNames[latest.OperationId!]}.";
    }

    private static string? Family(OpenApiOperation operation) => Annotation(operation)?["family"]?.ToString();

    private static int Revision(OpenApiOperation operation) =>
        int.TryParse($"{Annotation(operation)?["revision"]}", NumberStyles.None, CultureInfo.InvariantCulture, out int revision)
            ? revision
            : 0;

    private static JsonObject? Annotation(OpenApiOperation operation) => DocTexts.Node(operation.Extensions, AnnotationKey) as JsonObject;
}
