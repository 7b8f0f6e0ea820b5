using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.EndToEnd.Tests.Service;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>The models in the hands of a serializer that was given no context.</summary>
public class ReflectionTests
{
    public static TheoryData<string> All => ModelSchemas.All;

    private sealed record Note(string Text, FlowState State, FlowState? Wanted, Dictionary<FlowState, int>? Counts = null);

    private sealed record Backup(List<Flow> Old, Flow Latest);

    [Theory]
    [MemberData(nameof(All))]
    public void Every_model_is_written_and_read_without_loss(string model)
    {
        byte[] json = Bytes.Of(SchemaSamples.Maximal(model));
        Type type = ModelSchemas.Models[model];

        string written = JsonSerializer.Serialize(ModelProbe.Of(model).Parse(json), type);

        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(written));
        Lossless.AssertEqual(
            JsonElement.Parse(json),
            JsonElement.Parse(JsonSerializer.Serialize(JsonSerializer.Deserialize(written, type), type))
        );
    }

    [Fact]
    public void Undeclared_members_and_nulls_are_written()
    {
        const string Json = """{"name":null,"properties":{"state":"Paused","plan":1.0}}""";

        Assert.Equal(Json, JsonSerializer.Serialize(ConnectorJson.Parse<Flow>(System.Text.Encoding.UTF8.GetBytes(Json))));
    }

    [Fact]
    public void An_enumeration_in_a_type_of_the_user_is_its_string()
    {
        Note note = new("t", "Paused", null, new() { [FlowState.Started] = 2 });

        string json = JsonSerializer.Serialize(note);

        Assert.Equal("""{"Text":"t","State":"Paused","Wanted":null,"Counts":{"Started":2}}""", json);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Note>(json)));
    }

    [Fact]
    public void An_enumeration_without_a_value_is_null()
    {
        Assert.Equal("""[null]""", JsonSerializer.Serialize(new FlowState[1]));
        Assert.Equal(default, JsonSerializer.Deserialize<FlowState>("null"));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new Dictionary<FlowState, int> { [default] = 1 }));
    }

    [Fact]
    public void An_enumeration_is_no_number()
    {
        JsonException exception = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<Note>("""{"Text":"t","State":7,"Wanted":null}""")
        );

        Assert.Equal("$.State", exception.Path);
        Assert.Contains("FlowState must be a string", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_a_list_is_found_in_the_whole()
    {
        JsonException exception = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<List<AdminFlow>>("[\n{},\n{\"properties\":\n{\"displayName\":7}}]")
        );

        Assert.Equal(("$[1]", 3L), (exception.Path, exception.LineNumber));
        Assert.Contains("AdminFlow", exception.Message, StringComparison.Ordinal);
        Assert.Contains("$.properties.displayName within it: expected a string", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_a_type_of_the_user_is_found_in_the_whole()
    {
        const string Json = "{\"Old\":[{}],\n\"Latest\":{\"name\":\n\"f\",\"properties\":{\"displayName\":7}}}";
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(Json));

        foreach (
            Func<object?> read in (Func<object?>[])
                [() => JsonSerializer.Deserialize<Backup>(Json), () => JsonSerializer.Deserialize<Backup>(stream)]
        )
        {
            JsonException exception = Assert.Throws<JsonException>(read);
            Assert.Equal(("$.Latest", 2L), (exception.Path, exception.LineNumber));
        }
    }
}
