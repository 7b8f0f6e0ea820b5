using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Of operations with the same id, the first stays, of those that are asked for before others: a method can have the name once.</summary>
internal sealed class OperationIds(JsonObject document, ChosenOperations chosen, SpecFile file, FindingList findings)
{
    public void LeaveOutRepeated()
    {
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        foreach ((string path, string verb, string id) in FindAll().OrderBy(one => chosen.Contains(one.Path, one.Verb) ? 0 : 1).ToArray())
        {
            if (owners.TryGetValue(id, out string? first))
            {
                findings.AddAt(Descriptors.DuplicateOperationId, file, ["paths", path, verb, "operationId"], id, first);
                document["paths"]![path]!.AsObject().Remove(verb);
            }
            else
            {
                owners.Add(id, $"{verb.ToUpperInvariant()} {path}");
            }
        }
    }

    private IEnumerable<(string Path, string Verb, string Id)> FindAll() =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value as JsonObject ?? []
        where FaultyPart.IsVerb(operation.Key)
        let id = (operation.Value as JsonObject)?["operationId"]
        where id is not null
        select (path.Key, operation.Key, id.ToString());
}
