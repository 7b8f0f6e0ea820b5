namespace PowerConnectors.Spec.Tests;

/// <summary>Fails with every line that is missing and every line that is too many, instead of with the first.</summary>
internal static class Differences
{
    public static void AssertNone(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        string[] wanted = [.. expected];
        string[] found = [.. actual];
        string[] differences =
        [
            .. wanted.Except(found).Select(line => $"  expected: {line}"),
            .. found.Except(wanted).Select(line => $"  actual:   {line}"),
            .. found.GroupBy(line => line).Where(lines => lines.Count() > 1).Select(lines => $"  twice:    {lines.Key}"),
        ];
        Assert.True(differences.Length == 0, $"{differences.Length} differences\n{string.Join('\n', differences)}");
    }

    public static void AssertEmpty(IEnumerable<string> complaints) => AssertNone([], complaints);
}
