using System.Globalization;
using System.Text.Json;

namespace PowerConnectors.Lookups;

/// <summary>A place in an answer as connector documents name it: names with slashes between them.</summary>
internal static class JsonPlace
{
    /// <summary>What stands there.</summary>
    /// <param name="json">Where the way begins.</param>
    /// <param name="place">The place; <see langword="null"/> or empty for the beginning itself.</param>
    /// <returns><see langword="null"/> if nothing does.</returns>
    public static JsonElement? Find(JsonElement json, string? place)
    {
        if (string.IsNullOrEmpty(place))
        {
            return json;
        }

        // A name may hold a slash itself.
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty(place, out JsonElement whole))
        {
            return whole;
        }

        JsonElement? at = json;
        foreach (string name in place.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at is { } outer ? Step(outer, name) : null;
        }

        return at;
    }

    private static JsonElement? Step(JsonElement outer, string name) =>
        outer.ValueKind switch
        {
            JsonValueKind.Object when outer.TryGetProperty(name, out JsonElement inner) => inner,
            JsonValueKind.Array
                when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < outer.GetArrayLength() =>
                outer[index],
            _ => null,
        };
}
