using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.EndToEnd.Tests.Service;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>What holds for the JSON of each model: values, no values, and more values than the document knows.</summary>
public class EveryModelTests
{
    private const string Undeclared =
        """{"deep":[[[{"a":{"b":[null,true,1e400,-0,0.10000000000000000001,123456789012345678901234567890]}}]]],"t":"\u0041\ud83d\ude00 \/"}""";

    public static TheoryData<string> All => ModelSchemas.All;

    public static TheoryData<string> Objects => ModelSchemas.Objects;

    [Fact]
    public void Every_object_that_the_document_describes_has_a_model() =>
        Assert.Equal(ModelSchemas.Described.Order(StringComparer.Ordinal), ModelSchemas.Models.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_member_comes_back(string model)
    {
        byte[] json = Bytes.Of(SchemaSamples.Maximal(model));

        ModelProbe probe = ModelProbe.Of(model);

        Lossless.AssertEqual(JsonElement.Parse(json), probe.RoundTrip(json));
        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(probe.Save(probe.Parse(json, strict: true))));
        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(probe.Save(probe.WithoutUndeclared(probe.Parse(json)))));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Every_declared_member_has_a_property_of_its_own(string model)
    {
        ConnectorModel value = Parse(model, Bytes.Of(SchemaSamples.Maximal(model)));

        Assert.Empty(value.Json.Names);
        foreach ((string name, _) in ModelSchemas.Members(model))
        {
            Assert.Throws<ArgumentException>(() => value.Json[name] = JsonElement.Parse("1"));
            Assert.False(value.Json.TryGetValue(name, out _));
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_member_that_is_missing_stays_so(string model)
    {
        ModelProbe probe = ModelProbe.Of(model);
        foreach ((string name, _) in ModelSchemas.Members(model))
        {
            JsonObject json = SchemaSamples.Maximal(model).AsObject();
            json.Remove(name);

            Lossless.AssertEqual(JsonElement.Parse(Bytes.Of(json)), probe.RoundTrip(Bytes.Of(json)));
            Assert.False(Parse(model, Bytes.Of(json)).Json.IsNull(name));
        }

        Lossless.AssertEqual(JsonElement.Parse("{}"), probe.RoundTrip("{}"u8));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_member_that_is_null_stays_so(string model)
    {
        ModelProbe probe = ModelProbe.Of(model);
        foreach ((string name, JsonObject schema) in ModelSchemas.Members(model))
        {
            JsonObject json = SchemaSamples.Maximal(model).AsObject();
            json[name] = null;

            Lossless.AssertEqual(JsonElement.Parse(Bytes.Of(json)), probe.RoundTrip(Bytes.Of(json)));
            Assert.Equal(!ModelSchemas.IsFree(schema), Parse(model, Bytes.Of(json)).Json.IsNull(name));
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_null_can_be_set_and_taken_back(string model)
    {
        foreach ((string name, _) in ModelSchemas.Members(model))
        {
            ConnectorModel value = Parse(model, "{}"u8);

            value.Json.SetNull(name);
            Assert.True(value.Json.IsNull(name));
            Lossless.AssertEqual(
                JsonElement.Parse(Bytes.Object([KeyValuePair.Create(name, "null")])),
                JsonElement.Parse(ModelProbe.Of(model).Save(value))
            );

            Assert.True(value.Json.Remove(name));
            Assert.False(value.Json.Remove(name));
            Assert.Equal("{}"u8, ModelProbe.Of(model).Save(value));
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Undeclared_members_come_back_from_anywhere(string model)
    {
        List<KeyValuePair<string, string>> declared = Bytes.Members(SchemaSamples.Maximal(model));
        for (int i = 0; i <= declared.Count; i++)
        {
            List<KeyValuePair<string, string>> members = [.. declared];
            members.Insert(i, KeyValuePair.Create("Ünknown \" name", Undeclared));
            members.Add(KeyValuePair.Create("", "null"));
            members.Insert(0, KeyValuePair.Create("x", Undeclared));

            byte[] json = Bytes.Object(members);
            Lossless.AssertEqual(JsonElement.Parse(json), ModelProbe.Of(model).RoundTrip(json));
            Assert.Equal(["x", "Ünknown \" name", ""], Parse(model, json).Json.Names);
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Of_members_sent_twice_the_last_one_counts(string model)
    {
        List<KeyValuePair<string, string>> members = Bytes.Members(SchemaSamples.Maximal(model));
        IEnumerable<KeyValuePair<string, string>> nulls = members.Select(member => KeyValuePair.Create(member.Key, "null"));
        KeyValuePair<string, string> undeclared = KeyValuePair.Create("u", "1");
        byte[] values = Bytes.Object([undeclared, .. nulls, .. members, KeyValuePair.Create("u", "2.0")]);
        byte[] noValues = Bytes.Object([.. members, undeclared, .. nulls]);

        Lossless.AssertEqual(JsonElement.Parse(values), ModelProbe.Of(model).RoundTrip(values));
        Lossless.AssertEqual(JsonElement.Parse(noValues), ModelProbe.Of(model).RoundTrip(noValues));
        Assert.Equal("2.0", Parse(model, values).Json["u"].GetRawText());
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Undeclared_members_stay_out_of_a_copy_without_them(string model)
    {
        List<KeyValuePair<string, string>> members = Bytes.Members(SchemaSamples.Maximal(model));
        byte[] json = Bytes.Object([KeyValuePair.Create("u", Undeclared), .. members]);
        ModelProbe probe = ModelProbe.Of(model);
        object value = probe.Parse(json);

        Lossless.AssertEqual(JsonElement.Parse(Bytes.Object(members)), JsonElement.Parse(probe.Save(probe.WithoutUndeclared(value))));
        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(probe.Save(value)));
    }

    private static ConnectorModel Parse(string model, ReadOnlySpan<byte> json) => (ConnectorModel)ModelProbe.Of(model).Parse(json);
}
