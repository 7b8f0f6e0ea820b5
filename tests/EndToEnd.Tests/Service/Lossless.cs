using System.Globalization;
using System.Text.Json;

namespace PowerConnectors.EndToEnd.Tests.Service;

/// <summary>
/// Compares JSON as a user means it who says that nothing was lost: the same members in any order, equal strings, the same number tokens, the same instants.
/// </summary>
internal static class Lossless
{
    public static void AssertEqual(string expected, string actual) => AssertEqual(JsonElement.Parse(expected), JsonElement.Parse(actual));

    public static void AssertEqual(JsonElement expected, JsonElement actual) => Assert.Empty(Differences(expected, actual, "$"));

    public static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            return [$"{path}: {expected.ValueKind} became {actual.ValueKind}"];
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Object => InObjects(expected, actual, path),
            JsonValueKind.Array => InArrays(expected, actual, path),
            JsonValueKind.Number when expected.GetRawText() != actual.GetRawText() =>
            [
                $"{path}: {expected.GetRawText()} became {actual.GetRawText()}",
            ],
            JsonValueKind.String when !SameText(expected.GetString()!, actual.GetString()!) =>
            [
                $"{path}: '{expected.GetString()}' became '{actual.GetString()}'",
            ],
            _ => [],
        };
    }

    private static IEnumerable<string> InObjects(JsonElement expected, JsonElement actual, string path)
    {
        Dictionary<string, JsonElement> left = Members(expected);
        Dictionary<string, JsonElement> right = Members(actual);
        foreach (string name in left.Keys.Union(right.Keys, StringComparer.Ordinal))
        {
            string memberPath = $"{path}.{name}";
            if (!right.TryGetValue(name, out JsonElement after))
            {
                yield return $"{memberPath} is lost";
            }
            else if (!left.TryGetValue(name, out JsonElement before))
            {
                yield return $"{memberPath} is new";
            }
            else
            {
                foreach (string difference in Differences(before, after, memberPath))
                {
                    yield return difference;
                }
            }
        }
    }

    private static IEnumerable<string> InArrays(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            return [$"{path}: {expected.GetArrayLength()} items became {actual.GetArrayLength()}"];
        }

        return expected
            .EnumerateArray()
            .Zip(actual.EnumerateArray())
            .SelectMany(
                (pair, index) => Differences(pair.First, pair.Second, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"))
            );
    }

    // A name that is sent twice: the last one counts.
    private static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }

    private static bool SameText(string expected, string actual) =>
        expected == actual || (Instant(expected) is { } before && Instant(actual) == before);

    private static DateTimeOffset? Instant(string text) =>
        text.Length > 10
        && text[4] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;
}
