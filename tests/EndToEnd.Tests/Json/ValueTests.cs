using System.Globalization;
using System.Text;
using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.EndToEnd.Tests.Service;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Dates, open enumerations, lists and numbers in the forms in which they are met.</summary>
public class ValueTests
{
    public static TheoryData<string> Cultures => ["", "en-US", "tr-TR", "ar-SA", "th-TH", "de-DE"];

    [Theory]
    [InlineData("2024-01-31T23:59:59.1234567Z", "2024-01-31T23:59:59.1234567Z")]
    [InlineData("2024-01-31T23:59:59Z", "2024-01-31T23:59:59Z")]
    [InlineData("2024-01-31T23:59:59.1200000Z", "2024-01-31T23:59:59.12Z")]
    [InlineData("2024-01-31T23:59:59.1234567", "2024-01-31T23:59:59.1234567Z")]
    [InlineData("2024-01-31T23:59:59+00:00", "2024-01-31T23:59:59Z")]
    [InlineData("2024-01-31T23:59:59.5+05:30", "2024-01-31T23:59:59.5+05:30")]
    [InlineData("2024\\u002d01-31T23:59:59-08:00", "2024-01-31T23:59:59-08:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void Dates_keep_their_instant(string read, string written)
    {
        FlowProperties properties = Parse<FlowProperties>($$"""{"createdTime":"{{read}}"}""");

        Assert.Equal($$"""{"createdTime":"{{written}}"}""", Save(properties));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2024-02-30T00:00:00Z")]
    [InlineData("31.01.2024")]
    [InlineData("")]
    public void Dates_that_are_none_are_kept_as_they_came(string read)
    {
        string json = $$"""{"createdTime":"{{read}}"}""";

        FlowProperties properties = Parse<FlowProperties>(json);

        Assert.Null(properties.CreatedTime);
        Assert.Equal(read, properties.Json["createdTime"].GetString());
        Assert.Equal(json, Save(properties));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void The_culture_makes_no_difference(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            foreach (string model in ModelSchemas.Models.Keys)
            {
                byte[] json = Bytes.Of(SchemaSamples.Maximal(model));
                Lossless.AssertEqual(JsonElement.Parse(json), ModelProbe.Of(model).RoundTrip(json));
            }

            JsonException exception = Assert.Throws<JsonException>(() => Parse<FlowProperties>("{\n\"createdTime\":7}"));
            Assert.Contains("$.createdTime (line 2, byte 15)", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("Started")]
    [InlineData("started")]
    [InlineData("Pending_IX")]
    [InlineData("")]
    [InlineData("Ünknown \\u0041\\n")]
    public void Unknown_enum_values_survive(string state)
    {
        string json = $$"""{"state":"{{state}}"}""";
        FlowProperties properties = Parse<FlowProperties>(json);

        Lossless.AssertEqual(json, Save(properties));
        Assert.Equal(JsonElement.Parse(json).GetProperty("state").GetString(), properties.State.ToString());
        Assert.Equal(state == "Started", properties.State == FlowState.Started);
    }

    [Fact]
    public void An_escaped_enum_value_is_the_declared_one() =>
        Assert.Equal(FlowState.Started, Parse<FlowProperties>("""{"state":"\u0053tarted"}""").State);

    [Fact]
    public void Absent_null_and_empty_lists_are_told_apart()
    {
        string[] forms = ["{}", """{"triggers":null}""", """{"triggers":[]}""", """{"triggers":[{}]}"""];

        DefinitionSummary[] read = [.. forms.Select(Parse<DefinitionSummary>)];

        Assert.Equal(forms, read.Select(Save));
        Assert.Equal([null, null, 0, 1], read.Select(summary => summary.Triggers?.Count));
        Assert.Equal([false, true, false, false], read.Select(summary => summary.Json.IsNull("triggers")));
    }

    [Fact]
    public void A_null_in_a_list_stays()
    {
        const string Json = """{"triggers":[null,{"type":"a"},null]}""";

        Assert.Equal(Json, Save(Parse<DefinitionSummary>(Json)));
    }

    [Fact]
    public void Free_JSON_keeps_numbers_and_escapes()
    {
        const string Json = """{"connectionParameters":{"a":1e400,"b":0.10000000000000000001,"c":"\ud800","\u0064":-0.0,"e":1E+2}}""";

        Assert.Equal(Json, Save(Parse<ConnectionProperties>(Json)));
    }

    [Fact]
    public void Any_JSON_is_free_JSON()
    {
        foreach (string value in (string[])["null", "true", "7", "\"text\"", "[]", "{}"])
        {
            string json = $$"""{"connectionParameters":{{value}}}""";
            Assert.Equal(json, Save(Parse<ConnectionProperties>(json)));
        }
    }

    private static T Parse<T>(string json)
        where T : class, IConnectorModel<T> => ConnectorJson.Parse<T>(Bytes.Of(json));

    private static string Save<T>(T model)
        where T : class, IConnectorModel<T> => Encoding.UTF8.GetString(ConnectorJson.ToUtf8Bytes(model));
}
