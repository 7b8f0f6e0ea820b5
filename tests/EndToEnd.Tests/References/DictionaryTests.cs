using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.EndToEnd.Tests.Service;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.References;

/// <summary>The dictionary variant, which reads arrays and gives only those elements an alias for which the service would find it, too.</summary>
public class DictionaryTests
{
    private const string Sql = "/providers/Microsoft.PowerApps/apis/shared_sql";
    private const string Teams = "/providers/Microsoft.PowerApps/apis/shared_teams";
    private const string Colliding =
        $$"""[{"id":"{{Sql}}","connectionName":"a"},{"id":"{{Teams}}"},{"id":"{{Sql}}","connectionName":"b"}]""";

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData(Colliding)]
    [InlineData($$"""{"any":{"id":"{{Sql}}"},"other":{"id":"{{Sql}}","brandColor":"#fff"} }""")]
    [InlineData($$"""[{"id":"{{Sql}}"},{"id":"{{Teams}}"}]""")]
    [InlineData("""[{"connectionName":"no id"},{"id":""}]""")]
    public void What_is_saved_keeps_the_shape_that_was_read(string json)
    {
        ConnectionReferencesDictionary references = Parse(json);

        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(ConnectorJson.ToUtf8Bytes(references)));
    }

    [Fact]
    public void Elements_of_an_array_get_the_alias_that_the_service_derives()
    {
        ConnectionReferencesDictionary references = Parse(Colliding);

        Assert.Equal(["shared_teams"], references.Keys);
        Assert.Equal(["a", "b"], references.Unaliased.Select(reference => reference.ConnectionName));
    }

    [Fact]
    public void Elements_without_an_alias_are_moved_by_the_caller()
    {
        ConnectionReferencesDictionary references = Parse(Colliding);
        references["shared_sql"] = references.Unaliased[0];
        references["shared_sql_1"] = references.Unaliased[1];
        Assert.Throws<ArgumentException>(() => ConnectorJson.ToUtf8Bytes(references));

        references.Unaliased.Clear();

        JsonElement saved = JsonElement.Parse(ConnectorJson.ToUtf8Bytes(references));
        Assert.Equal("b", saved.GetProperty("shared_sql_1").GetProperty("connectionName").GetString());
        Assert.Equal(3, saved.EnumerateObject().Count());
    }

    [Fact]
    public void It_becomes_an_array_where_the_service_finds_the_aliases()
    {
        ConnectionReferencesDictionary references = new()
        {
            ["shared_sql"] = Bodies.Reference("shared_sql"),
            ["shared_teams"] = Bodies.Reference("shared_teams"),
        };

        Assert.Equal([Sql, Teams], references.ToArray().Select(reference => reference.Id));
    }

    [Fact]
    public void It_does_not_become_an_array_where_the_service_would_not()
    {
        ConnectionReferencesDictionary references = new()
        {
            ["shared_sql"] = Bodies.Reference("shared_sql"),
            ["shared_sql_1"] = Bodies.Reference("shared_sql"),
            ["mail"] = Bodies.Reference("shared_office365"),
            ["shared_teams"] = Bodies.Reference("shared_teams"),
        };

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(references.ToArray);

        Assert.EndsWith(": shared_sql_1, mail, shared_sql.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shared_teams", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_are_compared_ordinally()
    {
        ConnectionReferencesDictionary references = Parse($$"""{"a":{"id":"{{Sql}}"},"A":{"id":"{{Sql}}"} }""");

        Assert.Equal(["a", "A"], references.Keys);
    }

    private static ConnectionReferencesDictionary Parse(string json) =>
        JsonSerializer.Deserialize(json, PowerAutomateManagementJsonContext.Default.ConnectionReferencesDictionary)!;
}
