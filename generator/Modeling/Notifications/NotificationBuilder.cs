using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Operations;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Modeling.Types;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Notifications;

/// <summary>Builds the models of what a service sends to webhooks.</summary>
internal sealed class NotificationBuilder(SpecFile file, SpecDocument document, TypeBuilder types, FindingList findings)
{
    public const string ContentKey = Shape.NotificationKey;
    public const string UrlKey = "x-ms-notification-url";
    public const string UrlText = "The URL that the service is to call back.";

    private readonly HashSet<string> _described = new(StringComparer.Ordinal);

    public static bool IsUrl(IDictionary<string, IOpenApiExtension>? extensions) => DocTexts.IsTrue(DocTexts.Node(extensions, UrlKey));

    /// <summary>What the comment of an operation says of the webhook that it registers; nothing of others.</summary>
    public string? Describe(PlacedOperation placed)
    {
        bool takesUrl = placed.Json.TakesNotificationUrl;
        bool isRegistration = placed.Verb is "POST" or "PUT" or "PATCH" || takesUrl;
        if (!isRegistration || placed.Json.NotificationContent is not { } content)
        {
            return takesUrl ? "Registers a webhook." : null;
        }

        _described.Add(placed.Path);
        return Resolve(content, placed.Path, $"{Identifiers.Pascal(placed.Operation.OperationId!)}Notification") is { } type
            ? $"Registers a webhook. What the service sends to it is {Describe(type)}."
            : "Registers a webhook.";
    }

    /// <summary>Builds what no operation registers a webhook for.</summary>
    public void BuildOthers()
    {
        foreach (KeyValuePair<string, JsonNode?> path in document.Json["paths"]!.AsObject())
        {
            if ((path.Value as JsonObject)?[ContentKey] is JsonObject content && _described.Add(path.Key))
            {
                Resolve(content, path.Key, $"{Identifiers.Pascal(path.Key)}Notification");
            }
        }
    }

    private TypeRef? Resolve(JsonObject content, string path, string name)
    {
        if (content["schema"] is not JsonObject json)
        {
            return null;
        }

        try
        {
            // The reader takes no reference for a schema of its own, but for one of a member.
            JsonObject holder = new() { ["properties"] = new JsonObject { ["content"] = json.DeepClone() } };
            OpenApiSchema? read = new OpenApiJsonReader().ReadFragment<OpenApiSchema>(
                holder,
                OpenApiSpecVersion.OpenApi2_0,
                document.OpenApi,
                out _
            );
            return read?.Properties?["content"] is { } schema ? types.Resolve(schema, name, name) : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            findings.AddAt(Descriptors.InvalidExtension, file, ["paths", path, ContentKey], ContentKey, exception.Message);
            return null;
        }
    }

    private static string Describe(TypeRef type) =>
        type.Kind switch
        {
            ValueKind.List => $"a list, each item of which is {Describe(type.Item!)}",
            ValueKind.Model => $"the JSON of {type.Name!.Substring(type.Name.LastIndexOf('.') + 1)}",
            _ => "JSON",
        };
}
