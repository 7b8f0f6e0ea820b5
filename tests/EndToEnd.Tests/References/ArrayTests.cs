using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.EndToEnd.Tests.Service;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.References;

/// <summary>The array variant, which has no aliases on the wire but remembers those that it was read with.</summary>
public class ArrayTests
{
    private const string Sql = "/providers/Microsoft.PowerApps/apis/shared_sql";
    private const string Teams = "/providers/Microsoft.PowerApps/apis/shared_teams";
    private const string TwoSql =
        $$"""{"shared_sql":{"id":"{{Sql}}","connectionName":"a"},"shared_sql_1":{"id":"{{Sql}}","connectionName":"b"} }""";

    private static PowerAutomateManagementJsonContext Context => PowerAutomateManagementJsonContext.Default;

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData(TwoSql)]
    [InlineData($$"""[{"id":"{{Sql}}"},{"id":"{{Sql}}"}]""")]
    [InlineData($$"""{"x":{"id":"{{Teams}}","tier":"Premium"} }""")]
    [InlineData($$"""[{"id":"no slash"},{"id":""},{}]""")]
    public void What_is_saved_keeps_the_shape_that_was_read(string json)
    {
        ConnectionReferencesArray references = Parse(json);

        Lossless.AssertEqual(json, JsonSerializer.Serialize(references, Context.ConnectionReferencesArray));
    }

    [Fact]
    public void Aliases_of_a_dictionary_stay_in_memory()
    {
        ConnectionReferencesArray references = Parse(TwoSql);

        Assert.Equal(["shared_sql", "shared_sql_1"], references.Select(reference => reference.Alias));
        Assert.Equal(["a", "b"], references.Select(reference => reference.ConnectionName));
        Assert.All(references, reference => Assert.Empty(reference.Json.Names));
    }

    [Fact]
    public void A_dictionary_made_of_it_has_the_aliases_again()
    {
        ConnectionReferencesDictionary dictionary = Parse(TwoSql).ToDictionary();

        Assert.Equal(["a", "b"], [dictionary["shared_sql"].ConnectionName, dictionary["shared_sql_1"].ConnectionName]);
    }

    [Fact]
    public void A_dictionary_made_of_an_array_derives_them()
    {
        ConnectionReferencesDictionary dictionary = Parse($$"""[{"id":"{{Teams}}"},{"id":"{{Sql}}"}]""").ToDictionary();

        Assert.Equal(["shared_teams", "shared_sql"], dictionary.Keys);
    }

    [Fact]
    public void Nothing_is_guessed_where_two_have_one_alias()
    {
        ConnectionReferencesArray references = Parse($$"""[{"id":"{{Sql}}","connectionName":"a"},{"id":"{{Sql}}","connectionName":"b"}]""");

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(references.ToDictionary);
        Assert.Contains("'shared_sql'", exception.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => references.ToDictionary(_ => "same"));
        Assert.Equal(["a", "b"], references.ToDictionary(reference => reference.ConnectionName!).Keys);
    }

    [Fact]
    public void Nothing_is_guessed_without_an_id()
    {
        Assert.Throws<InvalidOperationException>(Parse("[{}]").ToDictionary);
        Assert.Throws<ArgumentNullException>(() => Parse("[]").ToDictionary(null!));
    }

    [Fact]
    public void Saving_never_drops_an_alias_or_an_element()
    {
        ConnectionReferencesArray added = Parse(TwoSql);
        added.Add(Bodies.Reference("shared_teams"));
        ConnectionReferencesArray twice = Parse(TwoSql);
        twice.Add(Bodies.Reference("shared_teams", alias: "shared_sql"));
        ConnectionReferencesArray built = [Bodies.Reference("shared_sql", alias: "shared_sql_1")];

        Assert.Throws<ArgumentException>(() => ConnectorJson.ToUtf8Bytes(added));
        Assert.Throws<ArgumentException>(() => ConnectorJson.ToUtf8Bytes(twice));
        Assert.Equal("shared_sql_1", Assert.Single(Parse(ConnectorJson.ToUtf8Bytes(built))).Alias);
    }

    [Fact]
    public void What_carries_derivable_aliases_is_saved_as_an_array()
    {
        ConnectionReferencesArray built = [Bodies.Reference("shared_sql", alias: "shared_sql"), Bodies.Reference("shared_teams")];

        Assert.Equal(JsonValueKind.Array, JsonElement.Parse(ConnectorJson.ToUtf8Bytes(built)).ValueKind);
    }

    private static ConnectionReferencesArray Parse(string json) => JsonSerializer.Deserialize(json, Context.ConnectionReferencesArray)!;

    private static ConnectionReferencesArray Parse(byte[] json) => ConnectorJson.Parse<ConnectionReferencesArray>(json);
}
