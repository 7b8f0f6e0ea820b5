using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>What a model holds beyond its properties.</summary>
public class ModelJsonTests
{
    [Fact]
    public void Undeclared_members_are_read_set_and_taken_away()
    {
        Flow flow = Parse("""{"name":"f","plan":"P1","n":1.0}""");

        flow.Json["plan"] = JsonElement.Parse("""{"a":[1]}""");
        flow.Json["new"] = JsonElement.Parse("1e400");

        Assert.Equal(["n", "plan", "new"], flow.Json.Names);
        Assert.Equal("1.0", flow.Json["n"].GetRawText());
        Assert.True(flow.Json.Remove("n"));
        Assert.False(flow.Json.Remove("n"));
        Assert.False(flow.Json.Remove("name"));
        Assert.Equal("""{"name":"f","plan":{"a":[1]},"new":1e400}""", Save(flow));
        Assert.True(flow.Json.Remove("plan"));
        Assert.True(flow.Json.Remove("new"));
        Assert.Equal("""{"name":"f"}""", Save(flow));
    }

    [Fact]
    public void A_member_that_is_not_there_is_an_error_that_names_it()
    {
        Flow flow = Parse("""{"name":"f"}""");

        KeyNotFoundException exception = Assert.Throws<KeyNotFoundException>(() => flow.Json["plan"]);

        Assert.Contains("'plan'", exception.Message, StringComparison.Ordinal);
        Assert.False(flow.Json.TryGetValue("plan", out _));
        Assert.Throws<KeyNotFoundException>(() => flow.Json["name"]);
    }

    [Fact]
    public void Declared_members_and_undefined_values_cannot_be_set()
    {
        Flow flow = Parse("{}");

        Assert.Contains(
            "'name' is declared",
            Assert.Throws<ArgumentException>(() => flow.Json["name"] = default).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => flow.Json["plan"] = default);
        Assert.Throws<ArgumentNullException>(() => flow.Json[null!]);
        Assert.Throws<ArgumentNullException>(() => flow.Json.SetNull(null!));
    }

    [Fact]
    public void Null_is_remembered_of_any_member()
    {
        Flow flow = Parse("""{"name":null,"plan":null}""");
        Assert.True(flow.Json.IsNull("name"));
        Assert.True(flow.Json.IsNull("plan"));
        Assert.Equal(JsonValueKind.Null, flow.Json["plan"].ValueKind);
        Assert.False(flow.Json.IsNull("other"));

        flow.Json.SetNull("other");
        flow.Json.SetNull("name");
        flow.Json.Remove("plan");

        Assert.Equal("""{"name":null,"other":null}""", Save(flow));
    }

    [Fact]
    public void A_value_is_written_instead_of_a_null()
    {
        Flow flow = Parse("""{"name":null}""");

        flow.Name = "f";

        Assert.Equal("""{"name":"f"}""", Save(flow));
        flow.Name = null;
        flow.Json.Remove("name");
        Assert.Equal("{}", Save(flow));
    }

    [Fact]
    public void Clearing_leaves_the_properties_and_the_objects_inside()
    {
        Flow flow = Parse("""{"a":1,"name":null,"properties":{"b":2,"templateName":null}}""");

        flow.Json.Clear();

        Assert.Equal("""{"properties":{"templateName":null,"b":2}}""", Save(flow));
    }

    [Fact]
    public void Values_outlive_the_model()
    {
        JsonElement value = Parse("""{"a":{"b":[1,2]}}""").Json["a"];
        GC.Collect();

        Assert.Equal(2, value.GetProperty("b")[1].GetInt32());
    }

    [Fact]
    public void Names_compare_exactly()
    {
        Flow flow = Parse("""{"Name":"undeclared","\u0070lan":1}""");

        Assert.Null(flow.Name);
        Assert.Equal("undeclared", flow.Json["Name"].GetString());
        Assert.Equal(1, flow.Json["plan"].GetInt32());
        Assert.False(flow.Json.TryGetValue("PLAN", out _));
    }

    private static Flow Parse(string json) => ConnectorJson.Parse<Flow>(Bytes.Of(json));

    private static string Save(Flow flow) => System.Text.Encoding.UTF8.GetString(ConnectorJson.ToUtf8Bytes(flow));
}
