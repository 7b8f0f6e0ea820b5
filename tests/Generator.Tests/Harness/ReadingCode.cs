using System.Globalization;
using System.Text.RegularExpressions;

namespace PowerConnectors.Generator.Tests.Harness;

/// <summary>What a generated model does with the members that it reads.</summary>
internal static class ReadingCode
{
    /// <summary>The property that a member is read into.</summary>
    public static string PropertyOf(string source, string wireName)
    {
        string[] names = [.. Regex.Matches(Table(source), "\"((?:[^\"\\\\]|\\\\.)*)\"").Select(static match => match.Groups[1].Value)];
        int number = Array.IndexOf(names, wireName);
        Match match = Regex.Match(source, string.Create(CultureInfo.InvariantCulture, $@"case {number}: (\w+) = "));
        Assert.True(match.Success, $"No property is read from '{wireName}'.");
        return match.Groups[1].Value;
    }

    private static string Table(string source) => Regex.Match(source, @"s_members = new\(\[(.*?)\][,)]").Groups[1].Value;
}
