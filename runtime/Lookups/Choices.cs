using System.Text.Json;

namespace PowerConnectors.Lookups;

/// <summary>Reads choices of items.</summary>
internal static class Choices
{
    /// <summary>The choices, without items that have no value: there is nothing to choose.</summary>
    public static IReadOnlyList<ConnectorChoice> Read(IEnumerable<JsonElement> items, string? valuePlace, string? titlePlace)
    {
        List<ConnectorChoice> choices = [];
        foreach (JsonElement item in items)
        {
            if (JsonPlace.Find(item, valuePlace) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value)
            {
                choices.Add(new ConnectorChoice(value, titlePlace is null ? null : Text(JsonPlace.Find(item, titlePlace))));
            }
        }

        return choices;
    }

    private static string? Text(JsonElement? title) =>
        title switch
        {
            null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { } other => other.GetRawText(),
        };
}
