using System.Text.Json.Nodes;
using PowerConnectors.Generator.Modeling.Notifications;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>What a document says of an operation and the OpenAPI reader does not keep: media types, forms, and how lists are written.</summary>
internal sealed class OperationJson(JsonObject document, ReferenceTargets references, NotificationUrls urls, string path, string verb)
{
    private readonly JsonObject? _path = document["paths"]?[path] as JsonObject;
    private JsonObject[]? _parameters;

    private JsonObject? Operation => _path?[verb.ToLowerInvariant()] as JsonObject;

    public IReadOnlyList<string> Consumes => MediaTypes("consumes");

    public IReadOnlyList<string> Produces => MediaTypes("produces");

    /// <summary>The fields of a form, in the order of the document.</summary>
    public IEnumerable<JsonObject> FormFields =>
        Parameters
            .Where(static parameter => In(parameter) == "formData")
            .GroupBy(static form => $"{form["name"]}")
            .Select(static same => same.First());

    /// <summary>What the service sends to a webhook that is registered at this path.</summary>
    public JsonObject? NotificationContent => _path?[NotificationBuilder.ContentKey] as JsonObject;

    /// <summary>Whether a parameter, or a member of the body, is the URL of a webhook.</summary>
    public bool TakesNotificationUrl => Parameters.Any(urls.Lead);

    private JsonObject[] Parameters =>
        _parameters ??= [
            .. new[] { Operation?["parameters"], _path?["parameters"] }
                .OfType<JsonArray>()
                .SelectMany(static list => list)
                .OfType<JsonObject>()
                .Select(Resolve),
        ];

    /// <summary>Where a parameter stands in the document: those of the path first, as those of the operation are the ones that grow.</summary>
    public int PositionOf(string place, string name)
    {
        int shared = ((_path?["parameters"] as JsonArray) ?? []).Count;
        int found = IndexOf(place, name);
        int position = found < 0 ? Parameters.Length : found;
        int own = Parameters.Length - shared;
        return position < own ? shared + position : position - own;
    }

    public JsonObject? Find(string place, string name) => IndexOf(place, name) is >= 0 and int index ? Parameters[index] : null;

    /// <summary>The schema of an answer.</summary>
    public JsonObject? ResponseSchema(string status) =>
        Resolve(Operation?["responses"]?[status] as JsonObject ?? [])["schema"] as JsonObject;

    private IReadOnlyList<string> MediaTypes(string name) =>
        [
            .. ((Operation?[name] ?? document[name]) as JsonArray ?? [])
                .Select(static type => $"{type}".Trim())
                .Where(static type => type.Length > 0),
        ];

    private int IndexOf(string place, string name) =>
        Array.FindIndex(Parameters, parameter => In(parameter) == place && parameter["name"]?.ToString() == name);

    private static string? In(JsonObject parameter) => parameter["in"]?.ToString();

    private JsonObject Resolve(JsonObject place) => references.Resolve(place) ?? place;
}
