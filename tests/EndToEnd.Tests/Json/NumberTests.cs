using System.Text;
using System.Text.Json;
using Azure.Core;
using PowerConnectors.Json;
using ValueSamples;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Numbers in every form that JSON has for them.</summary>
public class NumberTests
{
    private static readonly TokenCredential s_credential = DelegatedTokenCredential.Create((_, _) => default);

    public static TheoryData<string, double> Doubles =>
        new()
        {
            { "0", 0 },
            { "-0", 0 },
            { "-0.0", 0 },
            { "1.0", 1 },
            { "1e2", 100 },
            { "1E+2", 100 },
            { "100", 100 },
            { "-17.25", -17.25 },
            { "0.1", 0.1 },
            { "0.10", 0.1 },
            { "0.10000000000000000001", 0.1 },
            { "0.000001", 0.000001 },
            { "1E-06", 0.000001 },
            { "999999999999999", 999999999999999 },
            { "1000000000000000", 1e15 },
            { "12345678901234567890", 12345678901234567890 },
            { "1e400", double.PositiveInfinity },
            { "-1e400", double.NegativeInfinity },
            { "1e-400", 0 },
        };

    [Theory]
    [MemberData(nameof(Doubles))]
    public void A_number_is_written_as_it_came(string token, double value)
    {
        string json = $$$"""{"ratio":{{{token}}},"inner":{"ratio":{{{token}}},"count":1}}""";

        Measure measure = Parse(json);

        Assert.Equal(value, measure.Ratio);
        Assert.Equal(json, Save(measure));
        Assert.Equal(json, Save(measure.WithoutUndeclaredMembers()));
        measure.Ratio = measure.Ratio;
        Assert.Equal(json, Save(measure));
    }

    [Theory]
    [MemberData(nameof(Doubles))]
    public void A_number_that_was_changed_is_written_anew(string token, double value)
    {
        Measure measure = Parse($$"""{"ratio":{{token}}}""");

        measure.Ratio = 2.5;

        Assert.Equal("""{"ratio":2.5}""", Save(measure));
        Assert.NotEqual(2.5, value);
        measure.Ratio = null;
        Assert.Equal("{}", Save(measure));
        Assert.False(measure.Json.Remove("ratio"));
    }

    [Theory]
    [InlineData("-0")]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("-9")]
    public void A_whole_number_is_written_as_it_came(string token)
    {
        string json = $$"""{"level":{{token}},"count":{{token}}}""";

        Assert.Equal(json, Save(Parse(json)));
    }

    [Fact]
    public void Of_numbers_sent_twice_the_last_one_counts() =>
        Assert.Equal("""{"ratio":1}""", Save(Parse("""{"ratio":1.0,"ratio":null,"ratio":1.00,"ratio":1}""")));

    [Fact]
    public void Usual_forms_take_no_memory()
    {
        byte[] usual = """{"ratio":0.25,"count":17}"""u8.ToArray();
        ConnectorJson.Parse<Measure>(usual);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Measure measure = ConnectorJson.Parse<Measure>("{}"u8);
        long empty = GC.GetAllocatedBytesForCurrentThread() - before;

        before = GC.GetAllocatedBytesForCurrentThread();
        measure = ConnectorJson.Parse<Measure>(usual);

        Assert.Equal(empty, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(0.25, measure.Ratio);
    }

    [Fact]
    public void Items_of_lists_are_written_as_NET_writes_them() =>
        Assert.Equal("""{"series":[1,0.1,100]}""", Save(Parse("""{"series":[1.0,0.10,1e2]}""")));

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public async Task What_is_no_number_in_JSON_is_refused_with_its_path(double value, string name)
    {
        using ValueSamplesClient client = new(
            new Uri("http://127.0.0.1:9/"),
            s_credential,
            new ConnectorClientOptions { Scopes = ["https://values.example/.default"] }
        );
        Measure member = Parse("""{"enabled":true,"level":1,"at":"2024-01-01T00:00:00Z"}""");
        Measure item = Parse("""{"enabled":true,"level":1,"at":"2024-01-01T00:00:00Z"}""");
        member.Ratio = value;
        item.Series = [1, value];

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.PutMeasureAsync(member, TestContext.Current.CancellationToken)
        );
        Assert.Contains(
            $"PutMeasure was not sent. At $.ratio, JSON has no number for {name}.",
            exception.Message,
            StringComparison.Ordinal
        );
        exception = await Assert.ThrowsAsync<ArgumentException>(() => client.PutMeasureAsync(item, TestContext.Current.CancellationToken));
        Assert.Contains("At $.series[1], ", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Save(item));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(item));
    }

    private static Measure Parse(string json) => ConnectorJson.Parse<Measure>(Encoding.UTF8.GetBytes(json));

    private static string Save(Measure measure) => Encoding.UTF8.GetString(ConnectorJson.ToUtf8Bytes(measure));
}
