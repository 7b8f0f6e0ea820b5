using System.Text;
using System.Text.Json;
using PowerConnectors.Json;
using ValueSamples;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Formats that become C# types, and services that do not keep to them.</summary>
public class FormatTests
{
    private static readonly Guid s_id = new("0123abcd-89ab-cdef-0123-456789abcdef");

    public static TheoryData<string, string> Fitting =>
        new()
        {
            { "id", "\"0123abcd-89ab-cdef-0123-456789abcdef\"" },
            { "id", "\"0123ABCD-89ab-cdef-0123-456789ABCDEF\"" },
            { "id", "\"{0123abcd-89ab-cdef-0123-456789abcdef}\"" },
            { "id", "\"0123abcd89abcdef0123456789abcdef\"" },
            { "requiredId", "\"0123ABCD-89ab-cdef-0123-456789ABCDEF\"" },
            { "requiredId", "\"00000000-0000-0000-0000-000000000000\"" },
            { "day", "\"2024-02-29\"" },
            { "day", "\"2024-02-29T23:59:59Z\"" },
            { "day", "\"2024-02-29T23:59:59.1234567+05:30\"" },
            { "requiredDay", "\"0001-01-01\"" },
            { "link", "\"https://contoso.example:443/%7ea/../b?c=d#e f\"" },
            { "link", "\"/relative\"" },
            { "link", "\"\"" },
            { "link", "\"just words\"" },
            { "data", "\"\"" },
            { "data", "\"AQID/w==\"" },
            { "data", "\"AQ ID/w==\"" },
            { "data", "\"AQID\\n\"" },
            { "data", "\"AQID\\/w==\"" },
            { "data", "\"AQID\"" },
            { "price", "1.10" },
            { "price", "1e2" },
            { "price", "-0" },
            { "price", "79228162514264337593543950335" },
            { "price", "0.1234567890123456789012345678901234567890" },
            { "small", "-0" },
            { "level", "2" },
            { "level", "-1" },
            { "level", "77" },
            { "level", "-0" },
            { "ratio", "0.50" },
            { "ratio", "1e2" },
            { "requiredLevel", "0" },
            { "requiredCount", "0" },
            { "levels", "[1,7,2]" },
            { "ids", "[\"0123ABCD-89ab-cdef-0123-456789ABCDEF\",\"none\"]" },
        };

    public static TheoryData<string, string> Unfitting =>
        new()
        {
            { "id", "\"Default-0123abcd-89ab-cdef-0123-456789abcdef\"" },
            { "id", "\"\"" },
            { "day", "\"31.01.2024\"" },
            { "day", "\"2024-02-30\"" },
            { "day", "\"2024-02-29Tsoon\"" },
            { "day", "\"\"" },
            { "at", "\"yesterday\"" },
            { "at", "\"\"" },
            { "link", "\"http://\"" },
            { "data", "\"AQI\"" },
            { "data", "\"AQID/x==\"" },
            { "data", "\"AQJ=\"" },
            { "data", "\"not base64!\"" },
            { "price", "1e400" },
            { "small", "3000000000" },
            { "small", "1.0" },
            { "large", "9223372036854775808" },
            { "large", "0.5" },
            { "level", "1.5" },
            { "requiredId", "\"\\u006eone\"" },
            { "requiredDay", "\"never\"" },
            { "requiredAt", "\"never\"" },
            { "requiredCount", "1e2" },
            { "requiredLevel", "1.5" },
            { "requiredLink", "\"http://\"" },
        };

    [Theory]
    [MemberData(nameof(Fitting))]
    public void A_value_is_written_as_it_came(string name, string token)
    {
        string json = $$"""{"{{name}}":{{token}}}""";

        Formatted read = Parse(json, strict: false);

        Assert.Equal(json, Save(read));
        Assert.False(read.Json.TryGetValue(name, out _));
        Assert.NotNull(typeof(Formatted).GetProperty(Pascal(name))!.GetValue(read));
        Assert.Equal(json, Save(read.WithoutUndeclaredMembers()));
    }

    [Theory]
    [MemberData(nameof(Unfitting))]
    public void A_value_that_does_not_fit_is_kept_beside_its_property(string name, string token)
    {
        string json = $$"""{"before":1,"{{name}}":{{token}}}""";
        string kept = $$"""{"{{name}}":{{token}},"before":1}""";

        Formatted read = Parse(json);

        Assert.Equal(token, read.Json[name].GetRawText());
        object? value = typeof(Formatted).GetProperty(Pascal(name))!.GetValue(read);
        Assert.Equal(value?.GetType().IsValueType == true ? Activator.CreateInstance(value.GetType()) : null, value);
        Assert.Equal(kept, Save(read));
        Assert.DoesNotContain(name, read.Json.Names);
        Assert.False(read.Json.IsNull(name));
        Assert.Equal($$"""{"{{name}}":{{token}}}""", Save(read.WithoutUndeclaredMembers()));
    }

    [Theory]
    [MemberData(nameof(Unfitting))]
    public void A_value_that_does_not_fit_is_an_error_of_strict_reading(string name, string token)
    {
        JsonException exception = Assert.Throws<JsonException>(() => Parse($$"""{"{{name}}":{{token}}}""", strict: true));

        Assert.Equal($"$.{name}", exception.Path);
    }

    [Theory]
    [MemberData(nameof(Unfitting))]
    public void A_value_that_does_not_fit_can_be_taken_away(string name, string token)
    {
        Formatted read = Parse($$"""{"{{name}}":{{token}}}""");
        Formatted cleared = Parse($$"""{"{{name}}":{{token}}}""");

        Assert.True(read.Json.Remove(name));
        cleared.Json.Clear();

        Assert.False(read.Json.Remove(name));
        Assert.Equal("{}", Save(read));
        Assert.Equal("{}", Save(cleared));
    }

    [Fact]
    public void What_is_set_is_written_in_place_of_what_did_not_fit_or_came_in_another_form()
    {
        Formatted read = Parse(
            """{"id":"none","day":"2024-02-29T00:00:00Z","data":"AQID +w==","price":1.10,"level":1.5,"requiredId":"none","requiredCount":1.5}"""
        );

        read.Id = s_id;
        read.Day = new DateOnly(2024, 3, 1);
        read.Data![0] = 0;
        read.Price = 2;
        read.Level = FormattedLevel.Value1;
        read.RequiredId = default;
        read.RequiredCount = 0;

        Assert.Equal(
            """{"id":"0123abcd-89ab-cdef-0123-456789abcdef","day":"2024-03-01","data":"AAID+w==","price":2,"level":1,"requiredId":"00000000-0000-0000-0000-000000000000","requiredCount":0}""",
            Save(read)
        );
    }

    [Fact]
    public void Of_a_member_sent_twice_the_last_one_counts()
    {
        Assert.Equal("""{"id":"none"}""", Save(Parse($$"""{"id":"{{s_id}}","id":"none"}""")));
        Assert.Equal($$"""{"id":"{{s_id}}"}""", Save(Parse($$"""{"id":"none","id":"{{s_id}}"}""")));
        Assert.Equal("""{"requiredCount":7}""", Save(Parse("""{"requiredCount":1.5,"requiredCount":7}""")));
        Assert.Equal("""{"requiredCount":null}""", Save(Parse("""{"requiredCount":1.5,"requiredCount":null}""")));
    }

    [Fact]
    public void Values_are_the_types_of_their_formats()
    {
        Formatted read = Parse(
            $$"""{"id":"{{s_id}}","day":"2024-02-29T23:59:59-08:00","link":"https://contoso.example/a","data":"AQID","price":0.1,"level":77,"ratio":0.5}"""
        );

        Assert.Equal(s_id, read.Id);
        Assert.Equal(new DateOnly(2024, 2, 29), read.Day);
        Assert.Equal(new Uri("https://contoso.example/a"), read.Link);
        Assert.Equal([1, 2, 3], read.Data);
        Assert.Equal(0.1m, read.Price);
        Assert.Equal(new FormattedLevel(77), read.Level);
        Assert.Equal(77, (long)read.Level!.Value);
        Assert.Equal(FormattedRatio.Value0_5, read.Ratio);
    }

    [Fact]
    public void Enumerations_of_numbers_compare_by_their_number()
    {
        FormattedLevel level = -1;

        Assert.True(
            level == FormattedLevel.ValueMinus1 && level != FormattedLevel.Value1 && level.Equals((object)FormattedLevel.ValueMinus1)
        );
        Assert.Equal(level.GetHashCode(), FormattedLevel.ValueMinus1.GetHashCode());
        Assert.Equal("-1", level.ToString());
        Assert.Equal("", default(FormattedLevel).ToString());
        Assert.NotEqual(default, new FormattedLevel(0));
    }

    [Fact]
    public void Enumerations_of_numbers_are_numbers_for_System_Text_Json()
    {
        Dictionary<FormattedLevel, FormattedRatio?> map = new()
        {
            [2] = 0.5,
            [-1] = null,
            [7] = default(FormattedRatio),
        };

        string json = JsonSerializer.Serialize(map);

        Assert.Equal("""{"2":0.5,"-1":null,"7":null}""", json);
        Assert.Equal(FormattedRatio.Value0_5, JsonSerializer.Deserialize<Dictionary<FormattedLevel, FormattedRatio>>(json)![2]);
        foreach (string wrong in (string[])["\"1\"", "true", "1.5", "1e400", "[]"])
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FormattedLevel>(wrong));
        }

        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new FormattedRatio(double.NaN)));
    }

    [Fact]
    public void A_required_value_that_does_not_fit_is_sent_back_as_it_came()
    {
        Formatted read = Parse("""{"requiredId":"none"}""");

        Assert.Equal(Guid.Empty, read.RequiredId);
        Assert.Equal("""{"requiredId":"none"}""", Save(read));
    }

    private static Formatted Parse(string json, bool strict = false) =>
        ConnectorJson.Parse<Formatted>(Encoding.UTF8.GetBytes(json), strict);

    private static string Save(Formatted formatted) => Encoding.UTF8.GetString(ConnectorJson.ToUtf8Bytes(formatted));

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
