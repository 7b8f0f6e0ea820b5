using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Notifications;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Texts;

/// <summary>What doc comments say, from what the document says.</summary>
internal static class DocTexts
{
    private const string DisplayNameKey = "x-ms-summary";

    // A longer one is a sample rather than a value, and hides what the comment says.
    private const int MaxDefault = 200;

    private const string Secret = "Secret: whoever knows the value has access. It is kept out of messages and logs.";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static EquatableArray<string> Paragraphs(params string?[] paragraphs)
    {
        int count = paragraphs.Count(static text => !string.IsNullOrWhiteSpace(text));
        if (count == 0)
        {
            return default;
        }

        ImmutableArray<string>.Builder said = ImmutableArray.CreateBuilder<string>(count);
        foreach (string? text in paragraphs)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                said.Add(text!.Trim());
            }
        }

        return new(said.MoveToImmutable());
    }

    public static DocModel OfParameter(IOpenApiParameter parameter, string? seeMethod, string? byDefault = null)
    {
        EquatableArray<string> summary = DocSentence.Of(
            Text(parameter.Extensions, DisplayNameKey),
            parameter.Description,
            parameter,
            static parameter => $"The parameter '{parameter.Name}'."
        );
        string? served = string.IsNullOrEmpty(byDefault) ? null : $"Without it, the service takes {byDefault}.";
        string? url = NotificationBuilder.IsUrl(parameter.Extensions) ? NotificationBuilder.UrlText : null;
        return new DocModel(Paragraphs([.. summary, served, url, IsSecret(parameter.Extensions) ? Secret : null]), SeeMethod: seeMethod);
    }

    public static DocModel OfProperty(string name, IOpenApiSchema schema, MemberTexts texts, bool isDefaultSent, string? seeMethod)
    {
        IOpenApiSchema described = texts.Described(DisplayNameKey);
        IOpenApiSchema? items = described.Items ?? texts.Items;
        return new(
            DocSentence.Of(
                Text(described.Extensions, DisplayNameKey) ?? Text(items?.Extensions, DisplayNameKey),
                described.Description ?? items?.Description,
                name,
                static name => $"The member '{name}'."
            ),
            Paragraphs(
                Default(schema, isDefaultSent),
                IsTrue(texts.Find(NotificationBuilder.UrlKey)) ? NotificationBuilder.UrlText : null,
                texts.IsReadOnly ? "Read-only: the service sets it, and it is left out of request bodies." : null,
                IsTrue(texts.Find(SecretMark.Key)) ? Secret : null
            ),
            seeMethod
        );
    }

    public static DocModel OfType(string name, IOpenApiSchema schema) =>
        new(DocSentence.Of(schema.Title, schema.Description, name, static name => $"The schema '{name}' of the connector's document."));

    /// <summary>As <see cref="OfType"/>, with the definitions that build upon it if a member tells them apart.</summary>
    public static DocModel OfModel(string name, IOpenApiSchema schema, IEnumerable<string> derived)
    {
        DocModel doc = OfType(name, schema);
        if (Text(schema.Extensions, DisplayNameKey) is { } displayName)
        {
            doc = doc with { Summary = DocSentence.Of(displayName, schema.Description, displayName) };
        }

        string kinds = schema.Discriminator?.PropertyName is null
            ? ""
            : string.Join(", ", derived.OrderBy(static id => id, StringComparer.Ordinal));
        return kinds.Length == 0
            ? doc
            : doc with
            {
                Remarks = Paragraphs(
                    $"The member '{schema.Discriminator!.PropertyName}' tells which object it is: {kinds}. The members of these are kept among the undeclared ones."
                ),
            };
    }

    public static DocModel OfOperation(
        OpenApiOperation operation,
        string path,
        string method,
        IEnumerable<LimitModel> limits,
        params string?[] remarks
    ) =>
        new(
            DocSentence.Of(
                operation.Summary ?? Text(operation.Extensions, DisplayNameKey),
                operation.Description,
                operation,
                static operation => $"The operation '{operation.OperationId}'."
            ),
            Paragraphs([$"Operation {operation.OperationId}: {method.ToUpperInvariant()} {path}.", .. remarks, Limits(limits)]),
            HelpUrl: operation.ExternalDocs?.Url?.OriginalString
        );

    /// <summary>What is said of an answer, if anything is.</summary>
    public static string? OfResponse(IOpenApiResponse response) =>
        string.IsNullOrWhiteSpace(response.Description) ? Text(response.Extensions, DisplayNameKey) : response.Description;

    /// <summary>Whether a member or parameter is marked as one whose value gives access.</summary>
    public static bool IsSecret(IDictionary<string, IOpenApiExtension>? extensions) => IsTrue(Node(extensions, SecretMark.Key));

    public static bool IsTrue(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    public static string? Text(IDictionary<string, IOpenApiExtension>? extensions, string key) => Node(extensions, key)?.ToString();

    public static JsonNode? Node(IDictionary<string, IOpenApiExtension>? extensions, string key) =>
        extensions is not null && extensions.TryGetValue(key, out IOpenApiExtension? extension)
            ? (extension as JsonNodeExtension)?.Node
            : null;

    private static string? Default(IOpenApiSchema schema, bool isSent)
    {
        if (schema is OpenApiSchemaReference || schema.Default is not { } value || JsonNullSentinel.IsJsonNullSentinel(value))
        {
            return null;
        }

        string text = value.GetValueKind() == JsonValueKind.String ? $"\"{value}\"" : value.ToJsonString(Readable);
        return text.Length > MaxDefault ? null
            : isSent ? $"Sent as {text} unless you set it."
            : $"The service's default: {text}. It is not sent unless you set it.";
    }

    private static string? Limits(IEnumerable<LimitModel> limits)
    {
        string joined = string.Join("; ", limits.Select(static limit => limit.Describe()));
        return joined.Length == 0 ? null : $"Limits of each connection: {joined}.";
    }
}
