using System.Text;
using Azure.Core;
using PowerConnectors.Json;
using ValueSamples;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Required members of types that have no value for "not sent".</summary>
public class RequiredValueTests
{
    private const string Complete = """{"enabled":false,"level":0,"at":"0001-01-01T00:00:00Z"}""";

    private static readonly TokenCredential s_credential = DelegatedTokenCredential.Create((_, _) => default);

    public static TheoryData<string> Incomplete => ["{}", """{"enabled":null,"level":null,"at":null}""", """{"enabled":null,"at":null}"""];

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void What_did_not_come_is_not_made_up(string json) => Assert.Equal(json, Save(Parse(json)));

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void A_default_that_was_set_is_written(string json)
    {
        Measure measure = Parse(json);

        measure.Enabled = false;
        measure.Level = 0;
        measure.At = default;

        Assert.Equal(Complete, Save(measure));
        Assert.False(measure.Json.IsNull("enabled"));
    }

    [Fact]
    public async Task A_default_that_was_set_can_be_sent()
    {
        using ValueSamplesClient client = new(
            new Uri("http://127.0.0.1:9/"),
            s_credential,
            new ConnectorClientOptions { Scopes = ["https://values.example/.default"] }
        );
        Measure measure = Parse("{}");

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.PutMeasureAsync(measure, TestContext.Current.CancellationToken)
        );
        Assert.Contains("$.enabled", exception.Message, StringComparison.Ordinal);
        measure.Enabled = false;
        exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.PutMeasureAsync(measure, TestContext.Current.CancellationToken)
        );
        Assert.Contains("$.level", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Taking_a_null_back_leaves_no_value()
    {
        Measure one = Parse("""{"enabled":null,"level":1,"at":null}""");
        Measure all = Parse("""{"enabled":null,"level":1,"at":null}""");

        one.Json.Remove("enabled");
        all.Json.Clear();

        Assert.Equal("""{"level":1,"at":null}""", Save(one));
        Assert.Equal("""{"level":1}""", Save(all));
    }

    [Fact]
    public void A_new_model_has_the_values_that_it_was_given() =>
        Assert.Equal(
            Complete,
            Save(
                new Measure
                {
                    Enabled = false,
                    Level = 0,
                    At = default,
                }
            )
        );

    [Fact]
    public void Of_members_sent_twice_the_last_one_counts()
    {
        Assert.Equal("""{"enabled":false}""", Save(Parse("""{"enabled":null,"enabled":false}""")));
        Assert.Equal("""{"enabled":null}""", Save(Parse("""{"enabled":false,"enabled":null}""")));
    }

    private static Measure Parse(string json) => ConnectorJson.Parse<Measure>(Encoding.UTF8.GetBytes(json));

    private static string Save(Measure measure) => Encoding.UTF8.GetString(ConnectorJson.ToUtf8Bytes(measure));
}
