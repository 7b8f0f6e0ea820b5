using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Modeling;

/// <summary>What doc comments say, from what the document says.</summary>
internal static class DocTexts
{
    private const string DisplayNameKey = "x-ms-summary";

    public static EquatableArray<string> Paragraphs(params string?[] paragraphs) =>
        paragraphs.Where(static text => !string.IsNullOrWhiteSpace(text)).Select(static text => text!.Trim()).ToEquatableArray();

    /// <summary>"Display Name. Description.", or as much of it as there is.</summary>
    public static EquatableArray<string> Sentence(string? displayName, string? description, string fallback)
    {
        string?[] parts = [.. Paragraphs(displayName, description)];
        return parts.Length switch
        {
            0 => Paragraphs(fallback),
            1 => Paragraphs(parts[0]),
            _ => Paragraphs($"{parts[0]!.TrimEnd('.')}. {parts[1]}"),
        };
    }

    public static DocModel OfParameter(IOpenApiParameter parameter, string? seeMethod) =>
        new(
            Sentence(Text(parameter.Extensions, DisplayNameKey), parameter.Description, $"The parameter '{parameter.Name}'."),
            SeeMethod: seeMethod
        );

    public static DocModel OfProperty(string name, IOpenApiSchema schema, bool isReadOnly) =>
        new(
            Sentence(Text(schema.Extensions, DisplayNameKey), schema.Description, $"The member '{name}'."),
            isReadOnly ? Paragraphs("Read-only: the service sets it, and it is left out of request bodies.") : default
        );

    public static DocModel OfType(string name, IOpenApiSchema schema) =>
        new(Sentence(schema.Title, schema.Description, $"The schema '{name}' of the connector's document."));

    public static DocModel OfOperation(OpenApiOperation operation, string path, string method, IEnumerable<LimitModel> limits) =>
        new(
            Sentence(operation.Summary, operation.Description, $"The operation '{operation.OperationId}'."),
            Paragraphs([$"Operation {operation.OperationId}: {method.ToUpperInvariant()} {path}.", Limits(limits)]),
            HelpUrl: operation.ExternalDocs?.Url?.OriginalString
        );

    public static string? Text(IDictionary<string, IOpenApiExtension>? extensions, string key) => Node(extensions, key)?.ToString();

    public static JsonNode? Node(IDictionary<string, IOpenApiExtension>? extensions, string key) =>
        extensions is not null && extensions.TryGetValue(key, out IOpenApiExtension? extension)
            ? (extension as JsonNodeExtension)?.Node
            : null;

    private static string? Limits(IEnumerable<LimitModel> limits)
    {
        string joined = string.Join("; ", limits.Select(static limit => limit.Describe()));
        return joined.Length == 0 ? null : $"Limits of each connection: {joined}.";
    }
}
