using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>The serializer hands over values in pieces, and names may be escaped.</summary>
public class SegmentTests
{
    public static TheoryData<string> All => ModelSchemas.All;

    public static TheoryData<string> Objects => ModelSchemas.Objects;

    [Theory]
    [MemberData(nameof(All))]
    public void Text_in_two_pieces_is_read(string model)
    {
        ModelProbe probe = ModelProbe.Of(model);
        byte[] json = Sample(model);
        byte[] saved = probe.Save(probe.Parse(json));
        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(saved));
        for (int end = 0; end <= json.Length; end++)
        {
            object? value = probe.Deserialize(Bytes.Split(json, end));

            Assert.True(saved.AsSpan().SequenceEqual(probe.Save(value!)), $"split at byte {end}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Text_in_pieces_of_a_byte_is_read(string model)
    {
        ModelProbe probe = ModelProbe.Of(model);
        byte[] json = Sample(model);

        object? value = probe.Deserialize(Bytes.Split(json, Enumerable.Range(1, json.Length - 1)));

        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(probe.Save(value!)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Text_that_drips_from_a_stream_is_read(string model)
    {
        ModelProbe probe = ModelProbe.Of(model);
        byte[] json = Sample(model);
        JsonSerializerOptions options = new() { DefaultBufferSize = 1, TypeInfoResolver = PowerAutomateManagementJsonContext.Default };
        using DrippingStream stream = new(json);

        object? value = await probe.DeserializeAsync(stream, options);

        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(probe.Save(value!)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Text_that_drips_from_a_pipe_is_read(string model)
    {
        ModelProbe probe = ModelProbe.Of(model);
        byte[] json = Sample(model);
        using DrippingStream stream = new(json);

        object? value = await probe.DeserializeAsync(
            PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 16, minimumReadSize: 1))
        );

        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(probe.Save(value!)));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Escaped_names_are_the_same_names(string model)
    {
        StringBuilder json = new("{");
        foreach ((string name, string value) in Bytes.Members(SchemaSamples.Maximal(model)))
        {
            json.Append(json.Length > 1 ? "," : "").Append('"');
            foreach (char c in name)
            {
                json.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }

            json.Append("\":").Append(value);
        }

        byte[] escaped = Bytes.Of(json.Append('}').ToString());
        PowerConnectors.Json.ConnectorModel read = (PowerConnectors.Json.ConnectorModel)ModelProbe.Of(model).Parse(escaped);

        Assert.Empty(read.Json.Names);
        Lossless.AssertEqual(JsonElement.Parse(escaped), JsonElement.Parse(ModelProbe.Of(model).Save(read)));
    }

    private static byte[] Sample(string model)
    {
        string json = SchemaSamples.Maximal(model).ToJsonString();
        return Bytes.Of(
            json[0] == '{' && !model.StartsWith("ConnectionReferences", StringComparison.Ordinal)
                ? json.Insert(1, """ "u": [ 1e400 ] , """)
                : json
        );
    }
}
