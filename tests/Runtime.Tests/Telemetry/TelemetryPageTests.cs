using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Testing;
using PowerConnectors.Telemetry;
using PowerConnectors.Testing;

namespace PowerConnectors.Runtime.Tests.Telemetry;

/// <summary>What docs/telemetry.md lists is what there is.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly MethodInfo[] s_events = typeof(LogEvents).GetMethods(BindingFlags.Static | BindingFlags.Public);
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs/telemetry.md"));

    [Fact]
    public void It_lists_every_log_event_with_its_level_and_values()
    {
        IEnumerable<string> events =
            from entry in s_events.Select(static method => Log(method))
            orderby entry.Id.Id
            let values = Placeholder()
                .Matches(entry.GetStructuredStateValue("{OriginalFormat}")!)
                .Select(static match => match.Groups[1].Value)
            select $"{entry.Id.Id} `{entry.Id.Name}` {entry.Level} {string.Join(", ", values.Select(static value => $"`{value}`"))}";

        Assert.Equal(
            events,
            EventRow().Matches(s_page).Select(static row => $"{row.Groups[1]} `{row.Groups[2]}` {row.Groups[3]} {row.Groups[4]}")
        );
    }

    [Fact]
    public void Every_value_of_a_log_event_is_what_it_is_called()
    {
        Assert.NotEmpty(s_events);
        Assert.All(
            s_events,
            static method =>
            {
                FakeLogRecord entry = Log(method);
                Assert.Equal(method.Name, entry.Id.Name);
                Assert.All(
                    method.GetParameters().Skip(1),
                    parameter =>
                        Assert.Equal(
                            Convert.ToString(Sample(parameter), CultureInfo.InvariantCulture),
                            entry.GetStructuredStateValue($"{char.ToUpperInvariant(parameter.Name![0])}{parameter.Name[1..]}")
                        )
                );
            }
        );
    }

    [Fact]
    public void It_lists_every_tag() =>
        Assert.All(
            typeof(TagNames).GetFields().Select(static field => (string)field.GetRawConstantValue()!),
            static tag => Assert.Contains($"`{tag}`", s_page, StringComparison.Ordinal)
        );

    private static FakeLogRecord Log(MethodInfo method)
    {
        FakeLogger logger = new();
        method.Invoke(null, [logger, .. method.GetParameters().Skip(1).Select(Sample)]);
        return logger.LatestRecord;
    }

    // Another value for every parameter.
    private static object Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? parameter.Name!
        : parameter.ParameterType == typeof(int) ? parameter.Position
        : parameter.ParameterType == typeof(double) ? parameter.Position + 0.5
        : parameter.ParameterType == typeof(bool) ? true
        : parameter.ParameterType == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
        : new ConnectorLimit(1, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\| (\d+) \| `(\w+)` \| (\w+) \| [^|]+ \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex EventRow();
}
