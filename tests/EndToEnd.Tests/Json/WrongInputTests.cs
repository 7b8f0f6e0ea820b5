using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Wrong input is a <see cref="JsonException"/> that names the place: never a crash, never half an object.</summary>
public class WrongInputTests
{
    public static TheoryData<string> All => ModelSchemas.All;

    public static TheoryData<string> Objects => ModelSchemas.Objects;

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_value_of_a_wrong_type_is_named(string model)
    {
        foreach ((string name, JsonObject schema) in ModelSchemas.Members(model).Where(member => !ModelSchemas.IsFree(member.Value)))
        {
            foreach (string wrong in SchemaSamples.WrongValues(schema))
            {
                byte[] json = Bytes.Object([KeyValuePair.Create("before", "1"), KeyValuePair.Create(name, wrong)]);

                JsonException exception = Assert.Throws<JsonException>(() => ModelProbe.Of(model).Parse(json));

                Assert.StartsWith($"$.{name}", exception.Path, StringComparison.Ordinal);
                Assert.Contains($" {exception.Path} ", exception.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_value_of_a_wrong_format_is_kept_and_named_by_strict_reading(string model)
    {
        foreach ((string name, JsonObject schema) in ModelSchemas.Members(model))
        {
            foreach (string unfitting in SchemaSamples.UnfittingValues(schema))
            {
                byte[] json = Bytes.Object([KeyValuePair.Create(name, unfitting)]);

                Assert.Equal(json, ModelProbe.Of(model).Save(ModelProbe.Of(model).Parse(json)));
                JsonException exception = Assert.Throws<JsonException>(() => ModelProbe.Of(model).Parse(json, strict: true));
                Assert.Equal($"$.{name}", exception.Path);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Another_value_than_the_model_is_refused(string model)
    {
        bool both = model.StartsWith("ConnectionReferences", StringComparison.Ordinal);
        foreach (
            string wrong in both ? ["null", "1", "\"\"", "[1]", "[null]", """{"a":null}"""] : (string[])["null", "1", "\"\"", "[]", "true"]
        )
        {
            JsonException exception = Assert.Throws<JsonException>(() => ModelProbe.Of(model).Parse(Bytes.Of(wrong)));
            Assert.StartsWith("$", exception.Path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Text_that_breaks_off_is_refused_wherever_it_does(string model)
    {
        ModelProbe probe = ModelProbe.Of(model);
        byte[] json = Bytes.Of(SchemaSamples.Maximal(model));
        for (int length = 0; length < json.Length; length++)
        {
            JsonException exception = Assert.Throws<JsonException>(() => probe.Parse(json.AsSpan(0, length)));
            Assert.StartsWith("$", exception.Path, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Text_after_the_end_is_refused(string model)
    {
        byte[] json = Bytes.Of(SchemaSamples.Maximal(model));

        foreach (string rest in (string[])["{}", ",", "x", "]", "\0"])
        {
            Assert.Throws<JsonException>(() => ModelProbe.Of(model).Parse([.. json, .. Bytes.Of(rest)]));
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_missing_required_member_is_named_by_strict_reading(string model)
    {
        foreach (
            string name in ModelSchemas.Schema(model)["required"] is JsonArray names ? names.Select(name => name!.GetValue<string>()) : []
        )
        {
            JsonObject json = SchemaSamples.Maximal(model).AsObject();
            json.Remove(name);

            JsonException exception = Assert.Throws<JsonException>(() => ModelProbe.Of(model).Parse(Bytes.Of(json), strict: true));

            Assert.Contains($"'{name}' is missing", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        """{"value":[{},{"properties":{"connectionReferences":{"a.b":{"id":7}}}}]}""",
        "$.value[1].properties.connectionReferences['a.b'].id"
    )]
    [InlineData(
        """{"value":[{},{"properties":{"connectionReferences":[{},{"id":[]}]}}]}""",
        "$.value[1].properties.connectionReferences[1].id"
    )]
    [InlineData("""{"value":[{"properties":{"unknown":{"a":[1,2,}}}]}""", "$.value[0].properties.unknown.a[1]")]
    [InlineData("""{"value":[{"properties":{"createdTime":7}}]}""", "$.value[0].properties.createdTime")]
    [InlineData("""{"value":[7]}""", "$.value[0]")]
    public void A_place_deep_inside_is_named(string json, string path)
    {
        JsonException exception = Assert.Throws<JsonException>(() => ModelProbe.Of("ResourceArrayOfAdminFlow").Parse(Bytes.Of(json)));

        Assert.Equal(path, exception.Path);
    }

    [Fact]
    public void The_line_is_named()
    {
        JsonException exception = Assert.Throws<JsonException>(() => ModelProbe.Of("Flow").Parse("{\n \"name\":\n  7}"u8));

        Assert.Equal((2, 2), (exception.LineNumber, exception.BytePositionInLine));
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"properties":{"\ud800":1}}""")]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"name":7}""")]
    public void Text_that_is_no_Unicode_is_refused(string json) =>
        Assert.Throws<JsonException>(() => ModelProbe.Of("Flow").Parse(Bytes.Of(json)));

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused() =>
        Assert.Throws<JsonException>(() => ModelProbe.Of("Flow").Parse([.. "{\"name\":\""u8, 0xFF, .. "\"}"u8]));

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Throws<JsonException>(() => ModelProbe.Of("Flow").Parse(Bytes.Of("{\"u\":" + new string('[', 100_000))));
}
