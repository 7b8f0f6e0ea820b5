using System.Text;
using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Members that may be any JSON are parsed when somebody looks at them.</summary>
public class FreeJsonTests
{
    private const int Levels = 200;

    [Fact]
    public void A_definition_of_many_levels_can_be_looked_at_and_is_written_as_it_came()
    {
        string definition = $"{string.Concat(Enumerable.Repeat("{\"a\" : ", Levels))}1.50{new string('}', Levels)}";
        FlowWithConnectionReferencesProperties flow = Read(definition);

        Assert.Equal(definition, flow.Definition.GetRawText());
        Assert.Contains(definition, Write(flow), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_has_looked_at_is_written_as_it_came() =>
        Assert.Contains("{ \"b\": 1e2 }", Write(Read("{ \"b\": 1e2 }")), StringComparison.Ordinal);

    [Fact]
    public void What_is_set_replaces_what_came()
    {
        FlowWithConnectionReferencesProperties flow = Read("{\"before\":1}");
        flow.Definition = JsonElement.Parse("{\"after\":2}");

        Assert.Equal(2, flow.Definition.GetProperty("after").GetInt32());
        Assert.Contains("\"definition\":{\"after\":2}", Write(flow), StringComparison.Ordinal);
        flow.Definition = default;
        Assert.DoesNotContain("definition", Write(flow), StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_a_value() => Assert.Equal(JsonValueKind.Null, Read("null").Definition.ValueKind);

    [Fact]
    public void Callers_on_several_threads_see_the_same()
    {
        for (int round = 0; round < 100; round++)
        {
            FlowWithConnectionReferencesProperties flow = Read("{\"a\":[1,2,3]}");
            Parallel.For(0, 8, _ => Assert.Equal(3, flow.Definition.GetProperty("a").GetArrayLength()));
        }
    }

    private static FlowWithConnectionReferencesProperties Read(string definition) =>
        ConnectorJson.Parse<FlowWithConnectionReferencesProperties>(
            Encoding.UTF8.GetBytes($$"""{"displayName":"Nightly","state":"Started","definition":{{definition}}}""")
        );

    private static string Write(FlowWithConnectionReferencesProperties flow) => Encoding.UTF8.GetString(ConnectorJson.ToUtf8Bytes(flow));
}
