using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs.Json;

namespace PowerConnectors.Generator.Specs;

/// <summary>Applies an OpenAPI Overlay 1.0 to a document, action by action, and reports those that have nothing to act on.</summary>
internal sealed class OverlayReader(SpecFile file, FindingList findings)
{
    private readonly string _path = file.OverlayPath!;
    private readonly string _text = file.OverlayText ?? "";
    private readonly NodeOrigins _origins = new();

    /// <summary>Applies what can be applied, and says whether that was everything but actions without a target in the document.</summary>
    public bool Apply(JsonNode document)
    {
        if (!JsonText.TryRead(_text, _path, findings, Descriptors.BrokenOverlay, out JsonNode? overlay))
        {
            return false;
        }

        if (overlay is not JsonObject root || Text(root["overlay"])?.StartsWith("1.", StringComparison.Ordinal) != true)
        {
            Broken("the member 'overlay' with the version, such as \"1.0.0\", is missing");
            return false;
        }

        if (root["actions"] is not JsonArray actions)
        {
            Broken("the array 'actions' is missing");
            return false;
        }

        for (int i = 0; i < actions.Count; i++)
        {
            Apply(document, actions[i] as JsonObject, i);
        }

        findings.FollowOverlay(document, _origins);
        return !findings.HasErrors;
    }

    private void Apply(JsonNode document, JsonObject? action, int index)
    {
        string position = index.ToString(CultureInfo.InvariantCulture);
        if (action is null || Text(action["target"]) is not { } target)
        {
            Broken("this action has no 'target'", "actions", position);
            return;
        }

        bool removes = action["remove"]?.GetValueKind() == JsonValueKind.True;
        if (!removes && action["update"] is null)
        {
            Broken("this action has neither 'update' nor 'remove'", "actions", position);
            return;
        }

        JsonPath path;
        try
        {
            path = JsonPath.Parse(target);
        }
        catch (FormatException exception)
        {
            findings.AddAt(Descriptors.UnsupportedTarget, _path, _text, ["actions", position, "target"], target, exception.Message);
            return;
        }

        if (path.IsRoot && (removes || action["update"] is not JsonObject))
        {
            Broken("the whole document cannot be removed or replaced", "actions", position, removes ? "target" : "update");
            return;
        }

        IReadOnlyList<JsonNode> nodes = path.Select(document);
        if (nodes.Count == 0)
        {
            findings.AddAt(Descriptors.TargetNotFound, _path, _text, ["actions", position, "target"], target, FileName(file.Path));
        }

        foreach (JsonNode node in nodes)
        {
            if (removes)
            {
                Remove(node);
            }
            else
            {
                Update(node, action["update"]!, ["actions", position, "update"]);
            }
        }
    }

    private void Update(JsonNode target, JsonNode update, IReadOnlyList<string> origin)
    {
        if (target is JsonObject members && update is JsonObject changes)
        {
            Merge(members, changes, origin);
        }
        else if (target is JsonArray items)
        {
            items.Add(Copy(update, origin));
        }
        else
        {
            target.ReplaceWith(Copy(update, origin));
        }
    }

    private void Merge(JsonObject target, JsonObject changes, IReadOnlyList<string> origin)
    {
        foreach (KeyValuePair<string, JsonNode?> change in changes)
        {
            string[] place = [.. origin, change.Key];
            switch (target[change.Key], change.Value)
            {
                case (JsonObject members, JsonObject inner):
                    Merge(members, inner, place);
                    break;
                case (JsonArray items, JsonArray more):
                    for (int i = 0; i < more.Count; i++)
                    {
                        items.Add(Copy(more[i], [.. place, i.ToString(CultureInfo.InvariantCulture)]));
                    }

                    break;
                default:
                    target[change.Key] = Copy(change.Value, place);
                    break;
            }
        }
    }

    private JsonNode? Copy(JsonNode? node, IReadOnlyList<string> origin)
    {
        JsonNode? copy = node?.DeepClone();
        _origins.Add(copy, origin);
        return copy;
    }

    private static void Remove(JsonNode node)
    {
        switch (node.Parent)
        {
            case JsonObject members:
                members.Remove(node.GetPropertyName());
                break;
            case JsonArray items:
                items.Remove(node);
                break;
        }
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private void Broken(string reason, params string[] pointer) => findings.AddAt(Descriptors.BrokenOverlay, _path, _text, pointer, reason);
}
