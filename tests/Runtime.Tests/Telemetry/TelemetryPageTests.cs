using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using PowerConnectors.Telemetry;
using PowerConnectors.Testing;

namespace PowerConnectors.Runtime.Tests.Telemetry;

/// <summary>What docs/telemetry.md lists is what there is.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs/telemetry.md"));

    [Fact]
    public void It_lists_every_log_event_with_its_level_and_values()
    {
        IEnumerable<string> events =
            from method in typeof(LogEvents).GetMethods(BindingFlags.Static | BindingFlags.Public)
            let entry = method.GetCustomAttribute<LoggerMessageAttribute>()
            orderby entry.EventId
            let values = Placeholder().Matches(entry.Message).Select(static match => $"`{match.Groups[1].Value}`")
            select $"{entry.EventId} `{method.Name}` {entry.Level} {string.Join(", ", values)}";

        Assert.Equal(
            events,
            EventRow().Matches(s_page).Select(static row => $"{row.Groups[1]} `{row.Groups[2]}` {row.Groups[3]} {row.Groups[4]}")
        );
    }

    [Fact]
    public void It_lists_every_tag() =>
        Assert.All(
            typeof(TagNames).GetFields().Select(static field => (string)field.GetRawConstantValue()!),
            static tag => Assert.Contains($"`{tag}`", s_page, StringComparison.Ordinal)
        );

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\| (\d+) \| `(\w+)` \| (\w+) \| [^|]+ \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex EventRow();
}
