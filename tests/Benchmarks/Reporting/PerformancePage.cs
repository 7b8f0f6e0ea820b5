namespace PowerConnectors.Benchmarks.Reporting;

/// <summary>The page that holds the figures: each suite replaces what stands between two marks of its own, and the rest is written by hand.</summary>
internal static class PerformancePage
{
    /// <exception cref="InvalidOperationException">The page has no place for the suite.</exception>
    public static void Replace(string path, Suite suite, string section)
    {
        string page = File.ReadAllText(path);
        string begin = $"<!-- begin {suite.Name} -->\n";
        string end = $"<!-- end {suite.Name} -->";
        int from = page.IndexOf(begin, StringComparison.Ordinal);
        int to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{path} has no place for '{suite.Name}'.");
        }

        string text = $"\n### {suite.Title}\n\n{Conditions.Describe()}\n\n{section.Trim()}\n\n";
        File.WriteAllText(path, page[..(from + begin.Length)] + text + page[to..]);
    }
}
