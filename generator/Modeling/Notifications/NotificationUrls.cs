using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.Checks;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Modeling.Notifications;

/// <summary>Finds out which parts of a document lead to the URL of a webhook, once for all operations.</summary>
internal sealed class NotificationUrls
{
    private readonly HashSet<JsonNode> _leading = [];

    public NotificationUrls(JsonObject document, ReferenceTargets references)
    {
        JsonObject[] parts =
        [
            .. DocumentParts
                .Of(document, static part => IsUrl(part) || ReferenceTargets.IsReference(part))
                .Select(static part => part.Json),
        ];
        ILookup<JsonObject?, JsonObject> referrers = parts.Where(ReferenceTargets.IsReference).ToLookup(references.Resolve);
        Queue<JsonNode> open = new(parts.Where(IsUrl));
        while (open.Count > 0)
        {
            JsonNode part = open.Dequeue();
            if (!_leading.Add(part))
            {
                continue;
            }

            if (part.Parent is { } around)
            {
                open.Enqueue(around);
            }

            foreach (JsonObject referrer in part is JsonObject target ? referrers[target] : [])
            {
                open.Enqueue(referrer);
            }
        }
    }

    /// <summary>Whether a part is such a URL, or holds or refers to one.</summary>
    public bool Lead(JsonObject part) => _leading.Contains(part);

    private static bool IsUrl(JsonObject part) => part[NotificationBuilder.UrlKey]?.ToString() == "true";
}
