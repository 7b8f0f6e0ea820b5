using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Gives each operation the body, or the fields of a form, that its path declares for all: the OpenAPI reader knows only an operation's own.</summary>
internal static class PathBodies
{
    public static void MoveToOperations(JsonObject document, ReferenceTargets references)
    {
        foreach (JsonObject path in ((JsonObject)document["paths"]!).Select(static path => path.Value).OfType<JsonObject>())
        {
            JsonObject[] shared =
            [
                .. (path["parameters"] as JsonArray ?? [])
                    .OfType<JsonObject>()
                    .Where(parameter => Place(parameter) is "body" or "formData"),
            ];
            if (shared.Length == 0)
            {
                continue;
            }

            foreach (KeyValuePair<string, JsonNode?> member in path.ToArray())
            {
                if (FaultyPart.IsVerb(member.Key) && member.Value is JsonObject operation)
                {
                    AddTo(operation, shared);
                }
            }

            foreach (JsonObject parameter in shared)
            {
                ((JsonArray)path["parameters"]!).Remove(parameter);
            }
        }

        string? Place(JsonObject parameter) => references.Resolve(parameter)?["in"]?.ToString();

        // What the operation says itself is nearer. The path's stand before it.
        void AddTo(JsonObject operation, JsonObject[] shared)
        {
            JsonArray own = operation["parameters"] as JsonArray ?? [];
            operation["parameters"] = own;
            string[] places = [.. own.OfType<JsonObject>().Select(Place).OfType<string>()];
            HashSet<string> fields =
            [
                .. own.OfType<JsonObject>()
                    .Where(parameter => Place(parameter) == "formData")
                    .Select(parameter => $"{references.Resolve(parameter)?["name"]}"),
            ];
            int position = 0;
            foreach (JsonObject parameter in shared)
            {
                bool isReplaced =
                    places.Contains("body")
                    || (Place(parameter) == "body" && places.Contains("formData"))
                    || fields.Contains($"{references.Resolve(parameter)?["name"]}");
                if (!isReplaced)
                {
                    own.Insert(position++, parameter.DeepClone());
                }
            }
        }
    }
}
