using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs;

/// <summary>Checks of the JSON that need the place of what is wrong, one walk over all of it: the OpenAPI reader keeps no places, and fails on some of this.</summary>
internal sealed class SpecChecks(JsonObject document, SpecFile file, FindingList findings)
{
    private static readonly HashSet<string> Verbs = ["get", "put", "post", "delete", "options", "head", "patch"];

    private static readonly HashSet<string> Booleans = ["deprecated", "readOnly"];

    private readonly List<string> _pointer = [];
    private readonly List<string> _secretNames = [];
    private readonly ReferenceTargets _references = new(document);
    private AllOfChecks? _parts;

    /// <summary>The members and parameters that are marked as secret, in the order of the document.</summary>
    public IReadOnlyCollection<string> SecretNames => [.. _secretNames.Distinct()];

    public void Check()
    {
        new ShapeChecks(file, findings).Check(document, Shape.Document);
        IReadOnlyList<DocumentPart> parts = DocumentParts.Of(document);
        new ReferenceChecks(_references, file, findings).Check(parts);
        CheckObject(document, isMap: false);
        CheckOperationIds();
        if (findings.HasErrors)
        {
            return;
        }

        new ReferenceSiblings(_references, file, findings).Check(parts);
        new ParameterChecks(document, _references, file, findings).Check();
        new ReferenceNames(document, _references).Normalize(parts);
    }

    private void CheckObject(JsonObject members, bool isMap)
    {
        foreach (KeyValuePair<string, JsonNode?> member in members.ToArray())
        {
            _pointer.Add(member.Key);
            if (isMap)
            {
                CheckMapped(member.Key, member.Value);
            }
            else if (member.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                CheckExtension(members, member.Key, member.Value);
            }
            else if (!DocumentParts.IsData(member.Key))
            {
                CheckMember(member.Key, member.Value);
                if (member.Key == AllOfChecks.Member)
                {
                    CheckParts(members);
                }
            }

            _pointer.RemoveAt(_pointer.Count - 1);
        }
    }

    private void CheckMember(string name, JsonNode? value)
    {
        if (Booleans.Contains(name) && !(value is null || bool.TryParse(value.ToString(), out _)))
        {
            NotSwagger($"'{name}' has to be true or false");
        }

        if (Unsupported.Find(name, value) is { } consequence)
        {
            findings.AddAt(Descriptors.NotSupported, file, _pointer, value is JsonValue ? $"{name}: {value}" : name, consequence);
        }

        switch (value)
        {
            case JsonObject inner:
                CheckObject(inner, DocumentParts.IsMap(name));
                break;
            case JsonArray items:
                for (int i = 0; i < items.Count; i++)
                {
                    _pointer.Add(i.ToString(CultureInfo.InvariantCulture));
                    CheckItem(name, items[i]);
                    _pointer.RemoveAt(_pointer.Count - 1);
                }

                break;
        }
    }

    private void CheckParts(JsonObject schema)
    {
        foreach ((string member, string counts, string other) in (_parts ??= new AllOfChecks(_references)).FindConflicts(schema))
        {
            findings.AddAt(Descriptors.PartsDisagree, file, _pointer, member, counts, other);
        }
    }

    private void CheckMapped(string name, JsonNode? value)
    {
        if (value is JsonObject inner)
        {
            CheckObject(inner, isMap: false);
        }
        else if (!name.StartsWith("x-", StringComparison.Ordinal))
        {
            NotSwagger($"'{name}' has to be an object");
        }
    }

    private void CheckItem(string list, JsonNode? item)
    {
        if (item is not JsonObject members)
        {
            return;
        }

        if (list == "parameters" && _references.Resolve(members)?["name"]?.GetValueKind() != JsonValueKind.String)
        {
            NotSwagger("a parameter has no 'name'");
        }

        CheckObject(members, isMap: false);
    }

    // What is not understood is taken out, so that whoever reads extensions later finds only what is.
    private void CheckExtension(JsonObject owner, string name, JsonNode? value)
    {
        if (value is null)
        {
            owner.Remove(name); // The OpenAPI reader makes a text of it.
            return;
        }

        string? reason =
            OwnExtensions.WhyNotHere(name, _pointer)
            ?? (
                name == SecretMark.Key
                    ? SecretMark.WhyNotUnderstood(owner, _references.Resolve(owner) ?? owner, _pointer)
                    : Extensions.WhyNotUnderstood(name, value)
            );
        if (reason is not null)
        {
            findings.AddAt(Descriptors.InvalidExtension, file, _pointer, name, reason);
            owner.Remove(name);
        }
        else if (name == Shape.NotificationKey && value is JsonObject content)
        {
            CheckObject(content, isMap: false);
        }
        else if (name == SecretMark.Key && SecretMark.FindName(owner, _pointer) is { } secret)
        {
            _secretNames.Add(secret);
        }
    }

    private void CheckOperationIds()
    {
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonNode?> path in document["paths"]!.AsObject())
        {
            foreach (KeyValuePair<string, JsonNode?> operation in path.Value as JsonObject ?? [])
            {
                if (!Verbs.Contains(operation.Key) || (operation.Value as JsonObject)?["operationId"] is not { } node)
                {
                    continue;
                }

                string id = node.ToString();
                if (owners.TryGetValue(id, out string? first))
                {
                    string[] place = ["paths", path.Key, operation.Key, "operationId"];
                    findings.AddAt(Descriptors.DuplicateOperationId, file, place, id, first);
                }
                else
                {
                    owners.Add(id, $"{operation.Key.ToUpperInvariant()} {path.Key}");
                }
            }
        }
    }

    private void NotSwagger(string reason) => findings.AddAt(Descriptors.NotSwagger, file, _pointer, reason);
}
