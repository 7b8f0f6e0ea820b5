using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Corpus.Tests.Documents;

namespace PowerConnectors.Corpus.Tests.Answers;

/// <summary>The successful answer of an operation that a client reads: the first that has a schema.</summary>
internal sealed record DeclaredAnswer(int Status, JsonObject Schema, string? ItemsName, string? NextLinkName)
{
    public static DeclaredAnswer? Of(ConnectorDocument document, DocumentOperation operation)
    {
        IReadOnlyList<string> produces = document.MediaTypes(operation, "produces");
        if (produces.Count > 0 && !produces.Any(static type => type.Contains("json", StringComparison.OrdinalIgnoreCase) || type == "*/*"))
        {
            return null;
        }

        (int Status, JsonObject Response)[] successes =
        [
            .. (operation.Node["responses"] as JsonObject ?? [])
                .Where(static response => response.Value is JsonObject && (response.Key.StartsWith('2') || response.Key == "default"))
                .Select(response => (ToStatus(response.Key), document.Resolve((JsonObject)response.Value!)))
                .OrderBy(static response => response.Item1),
        ];
        bool hasSuccess = successes.Any(static response => response.Status < int.MaxValue);
        (int status, JsonObject? found) = successes
            .Where(response => response.Status < int.MaxValue || !hasSuccess)
            .FirstOrDefault(static response => response.Response["schema"] is JsonObject);
        JsonObject? pageable = operation.Node["x-ms-pageable"] as JsonObject;
        return found is null || (found["schema"] as JsonObject)!["type"]?.ToString() == "file"
            ? null
            : new DeclaredAnswer(
                // A 204 has no body: a service that sends what is described there sends it as a 200.
                status is int.MaxValue or 204
                    ? 200
                    : status,
                (JsonObject)found["schema"]!,
                pageable?["itemName"]?.ToString() ?? "value",
                pageable?["nextLinkName"]?.ToString()
            );
    }

    private static int ToStatus(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : int.MaxValue;
}
