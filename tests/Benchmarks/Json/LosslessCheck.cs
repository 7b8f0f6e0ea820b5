using System.Text.Json;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Looks whether what was read is what stood there, by writing it again.</summary>
internal sealed class LosslessCheck(bool keepsNull)
{
    /// <summary>For what keeps a null that was sent.</summary>
    public static readonly LosslessCheck Whole = new(keepsNull: true);

    /// <summary>For what does not tell a null from a member that was not sent.</summary>
    public static readonly LosslessCheck WithoutNull = new(keepsNull: false);

    /// <summary>The same members with the same values, instants compared as such.</summary>
    /// <exception cref="InvalidOperationException">Something is missing or different.</exception>
    public void Check(JsonCase peer, byte[] json)
    {
        using JsonDocument before = JsonDocument.Parse(json);
        using JsonDocument after = JsonDocument.Parse(peer.Write(peer.Read(json)));
        if (FindDifference(before.RootElement, after.RootElement, "$") is { } path)
        {
            throw new InvalidOperationException($"Not lossless at {path}.");
        }
    }

    private string? FindDifference(JsonElement before, JsonElement after, string path)
    {
        if (before.ValueKind != after.ValueKind)
        {
            return path;
        }

        switch (before.ValueKind)
        {
            case JsonValueKind.Object:
                return Members(before).Count() != Members(after).Count()
                    ? path
                    : Members(before)
                        .Select(member =>
                            after.TryGetProperty(member.Name, out JsonElement value)
                                ? FindDifference(member.Value, value, $"{path}.{member.Name}")
                                : $"{path}.{member.Name}"
                        )
                        .FirstOrDefault(static found => found is not null);
            case JsonValueKind.Array:
                return before.GetArrayLength() != after.GetArrayLength()
                    ? path
                    : before
                        .EnumerateArray()
                        .Zip(after.EnumerateArray())
                        .Select((pair, index) => FindDifference(pair.First, pair.Second, $"{path}[{index}]"))
                        .FirstOrDefault(static found => found is not null);
            default:
                return JsonElement.DeepEquals(before, after) || IsSameInstant(before, after) ? null : path;
        }
    }

    private IEnumerable<JsonProperty> Members(JsonElement value) =>
        value.EnumerateObject().Where(member => keepsNull || member.Value.ValueKind != JsonValueKind.Null);

    private static bool IsSameInstant(JsonElement before, JsonElement after) =>
        before.ValueKind == JsonValueKind.String
        && before.TryGetDateTimeOffset(out DateTimeOffset first)
        && after.TryGetDateTimeOffset(out DateTimeOffset second)
        && first == second;
}
