using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Errors;

namespace PowerConnectors.Emulator.Flows;

/// <summary>A definition names connections by alias; each alias must be among the flow's connection references.</summary>
internal static class DefinitionAliases
{
    public static void Check(JsonNode? definition, JsonNode? references)
    {
        foreach (var alias in Find(definition))
        {
            if ((references as JsonObject)?.ContainsKey(alias) != true)
            {
                throw new ServiceFailure(
                    ServiceErrors.InvalidFlow(
                        $"The definition names the connection '{alias}', which is not among the connection references."
                    )
                );
            }
        }
    }

    private static IEnumerable<string> Find(JsonNode? node) =>
        node switch
        {
            JsonObject host when host["apiId"] is not null && host["connectionName"] is JsonValue alias => [alias.ToString()],
            JsonObject members => members.SelectMany(member => Find(member.Value)),
            JsonArray items => items.SelectMany(Find),
            _ => [],
        };
}
