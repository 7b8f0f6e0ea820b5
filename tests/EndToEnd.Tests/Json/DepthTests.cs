using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>What holds for a model holds for the models inside it.</summary>
public class DepthTests
{
    private const string Name = "ündeclared";

    public static TheoryData<string> All => ModelSchemas.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Undeclared_members_come_back_from_every_depth(string model)
    {
        JsonNode sample = SchemaSamples.Maximal(model);
        byte[] plain = Bytes.Of(sample);
        Fill(sample, ModelSchemas.Schema(model));
        byte[] json = Bytes.Of(sample);
        ModelProbe probe = ModelProbe.Of(model);

        object value = probe.Parse(json);

        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(probe.Save(value)));
        Lossless.AssertEqual(JsonElement.Parse(plain), JsonElement.Parse(probe.Save(probe.WithoutUndeclared(value))));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_serializer_refuses_text_that_breaks_off(string model)
    {
        ModelProbe probe = ModelProbe.Of(model);
        byte[] json = Bytes.Of(SchemaSamples.Maximal(model));
        int step = Math.Max(1, json.Length / 50);
        for (int length = 0; length < json.Length; length += step)
        {
            Assert.Throws<JsonException>(() => probe.Deserialize(new ReadOnlySequence<byte>(json, 0, length)));
        }
    }

    // In front of and behind what is declared, in every object whose members the document declares.
    private static void Fill(JsonNode? node, JsonObject schema)
    {
        JsonObject resolved = ModelSchemas.Resolve(schema);
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Fill(item, resolved["items"]!.AsObject());
            }
        }
        else if (node is JsonObject members && !ModelSchemas.IsFree(resolved))
        {
            foreach ((string name, JsonNode? value) in members)
            {
                Fill(value, (resolved["properties"]?[name] ?? resolved["additionalProperties"])!.AsObject());
            }

            if (resolved["properties"] is not null)
            {
                members.Insert(0, $"{Name} 1", JsonNode.Parse("""{"name":[1e400]}"""));
                members.Add(Name, null);
            }
        }
    }
}
