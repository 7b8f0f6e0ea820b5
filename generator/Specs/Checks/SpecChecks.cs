using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs.References;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Checks of the JSON that need the place of what is wrong, one walk over all of it: the OpenAPI reader keeps no places, and fails on some of this.</summary>
internal sealed class SpecChecks(JsonObject document, ChosenOperations chosen, SpecFile file, FindingList findings)
{
    private static readonly HashSet<string> Booleans = ["deprecated", "readOnly"];

    private readonly List<string> _pointer = [];
    private readonly List<string> _secretNames = [];
    private readonly ReferenceTargets _references = new(document);
    private AllOfChecks? _parts;
    private RequiredNames? _required;

    /// <summary>The members and parameters that are marked as secret, in the order of the document.</summary>
    public IReadOnlyCollection<string> SecretNames => [.. _secretNames.Distinct()];

    /// <inheritdoc cref="ReferenceNames.MemberPlaces"/>
    public IReadOnlyDictionary<string, string> MemberPlaces { get; private set; } = new Dictionary<string, string>();

    public void Check()
    {
        ShapeChecks shapes = new(file, findings);
        shapes.Check(document, Shape.Document);
        CheckObject(document, isMap: false);
        new FaultyReferences(document, file, findings).LeaveOut();
        new OperationIds(document, chosen, file, findings).LeaveOutRepeated();
        ReferenceTargets references = new(document);
        new ReferenceSiblings(references, file, findings).Check(SoundReferences());

        // By now every reference was followed: from here on, the numbers of items may change.
        new ParameterChecks(document, references, file, findings).Check();
        shapes.RemoveEmptied();
        PathBodies.MoveToOperations(document, references);
        ReferenceNames names = new(document, references, findings);
        names.Normalize(SoundReferences());
        MemberPlaces = names.MemberPlaces;

        // Where nobody follows it, as in a header of an answer, a reference may still lead nowhere.
        IReadOnlyList<DocumentPart> SoundReferences() =>
            DocumentParts.Of(document, part => ReferenceTargets.IsReference(part) && references.Resolve(part) is not null);
    }

    private void CheckObject(JsonObject members, bool isMap)
    {
        if (!isMap && !(_pointer.Count > 1 && _pointer[_pointer.Count - 2] == AllOfChecks.Member))
        {
            CheckRequired(members);
        }

        foreach (KeyValuePair<string, JsonNode?> member in members.ToArray())
        {
            _pointer.Add(member.Key);
            if (isMap)
            {
                if (member.Value is JsonObject inner)
                {
                    CheckObject(inner, isMap: false);
                }
            }
            else if (member.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                CheckExtension(members, member.Key, member.Value);
            }
            else if (Booleans.Contains(member.Key) && !(member.Value is null || bool.TryParse(member.Value.ToString(), out _)))
            {
                findings.AddAt(Descriptors.Malformed, file, _pointer, member.Key, Member.Flag.Expected);
                members.Remove(member.Key);
            }
            else if (!DocumentParts.IsData(member.Key))
            {
                CheckMember(members, member.Key, member.Value);
                if (member.Key == AllOfChecks.Member)
                {
                    CheckParts(members);
                }
            }

            _pointer.RemoveAt(_pointer.Count - 1);
        }
    }

    private void CheckMember(JsonObject owner, string name, JsonNode? value)
    {
        bool isItem = _pointer.Count > 1 && _pointer[_pointer.Count - 2] == "items";
        if ((Unsupported.Find(name, value) ?? (isItem ? Unsupported.FindInItem(owner, name) : null)) is { } consequence)
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
                    if (items[i] is JsonObject item)
                    {
                        CheckObject(item, isMap: false);
                    }

                    _pointer.RemoveAt(_pointer.Count - 1);
                }

                break;
        }
    }

    private void CheckRequired(JsonObject schema)
    {
        foreach ((string[] way, string name) in (_required ??= new RequiredNames(_references)).FindUndeclared(schema))
        {
            findings.AddAt(Descriptors.RequiredNotDeclared, file, [.. _pointer, .. way], name);
        }
    }

    private void CheckParts(JsonObject schema)
    {
        foreach ((string member, string counts, string other) in (_parts ??= new AllOfChecks(_references)).FindConflicts(schema))
        {
            findings.AddAt(Descriptors.PartsDisagree, file, _pointer, member, counts, other);
        }
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
            ?? (AllOfChecks.IsReference(owner) ? Extensions.WhyNotBesideReference(name) : null)
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
}
