using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PowerAutomateManagement;
using PowerConnectors.EndToEnd.Tests.Service;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>The models in the hands of System.Text.Json.</summary>
public class SerializerTests
{
    private const int Deep = 200;

    public static TheoryData<string> All => ModelSchemas.All;

    private sealed class Saved
    {
        public string? Comment { get; set; }

        public FlowWithConnectionReferences? Flow { get; set; }

        public List<ConnectionReferencesDictionary?> References { get; set; } = [];
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_model_has_a_contract(string model)
    {
        Type type = ModelSchemas.Models[model];
        PowerAutomateManagementJsonContext context = PowerAutomateManagementJsonContext.Default;

        JsonTypeInfo? named = (JsonTypeInfo?)typeof(PowerAutomateManagementJsonContext).GetProperty(model)?.GetValue(context);

        Assert.Equal(type, named?.Type);
        Assert.Equal(type, context.GetTypeInfo(type)?.Type);
        Assert.Same(context.Options, named!.Options);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_model_is_written_indented_throughout(string model)
    {
        byte[] json = Bytes.Of(SchemaSamples.Maximal(model));
        ModelProbe probe = ModelProbe.Of(model);
        PowerAutomateManagementJsonContext indented = new(new JsonSerializerOptions { WriteIndented = true });

        string text = probe.Serialize(probe.Parse(json), indented.Options);

        Lossless.AssertEqual(JsonElement.Parse(json), JsonElement.Parse(text));
        Assert.DoesNotContain(text.Split('\n'), line => line.Contains("\":{\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Undeclared_members_and_free_JSON_are_indented_too()
    {
        PowerAutomateManagementJsonContext indented = new(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });
        ConnectionProperties properties = ConnectorJson.Parse<ConnectionProperties>(
            """{"connectionParameters":{"a":[1e400]},"u":{"b":2}}"""u8
        );

        Assert.Equal(
            """
            {
              "connectionParameters": {
                "a": [
                  1e400
                ]
              },
              "u": {
                "b": 2
              }
            }
            """.ReplaceLineEndings("\n"),
            JsonSerializer.Serialize(properties, indented.ConnectionProperties)
        );
    }

    [Fact]
    public void A_type_of_somebody_else_has_no_contract()
    {
        Assert.Null(PowerAutomateManagementJsonContext.Default.GetTypeInfo(typeof(string)));
        Assert.Null(PowerAutomateManagementJsonContext.Default.GetTypeInfo(typeof(FlowState)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_model_stands_in_a_type_of_the_user(bool camelCase)
    {
        JsonSerializerOptions options = new()
        {
            PropertyNamingPolicy = camelCase ? JsonNamingPolicy.CamelCase : null,
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
        };
        options.TypeInfoResolverChain.Add(PowerAutomateManagementJsonContext.Default);
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        string flow = SchemaSamples.Maximal("FlowWithConnectionReferences").ToJsonString();
        Saved saved = new()
        {
            Comment = "c",
            Flow = JsonSerializer.Deserialize<FlowWithConnectionReferences>(flow, options),
            References = [ConnectorJson.Parse<ConnectionReferencesDictionary>("""{"a":{"id":"x/y","u":1}}"""u8), null],
        };

        string json = JsonSerializer.Serialize(saved, options);
        Saved read = JsonSerializer.Deserialize<Saved>(json, options)!;

        JsonElement element = JsonElement.Parse(json);
        Lossless.AssertEqual(JsonElement.Parse(flow), element.GetProperty(camelCase ? "flow" : "Flow"));
        Assert.Equal(1, read.References[0]!["a"].Json["u"].GetInt32());
        Assert.Null(read.References[1]);
        Assert.Equal(json, JsonSerializer.Serialize(read, options));
    }

    [Fact]
    public void Null_is_null()
    {
        Assert.Null(JsonSerializer.Deserialize("null", PowerAutomateManagementJsonContext.Default.Flow));
        Assert.Equal("null", JsonSerializer.Serialize(null!, PowerAutomateManagementJsonContext.Default.Flow));
        Assert.Throws<ArgumentNullException>(() => ConnectorJson.ToUtf8Bytes<Flow>(null!));
    }

    [Fact]
    public void What_is_wrong_is_named_as_everywhere()
    {
        JsonException exception = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize("""{"properties":{"displayName":7}}""", PowerAutomateManagementJsonContext.Default.Flow)
        );

        Assert.Equal("$.properties.displayName", exception.Path);
    }

    [Fact]
    public void What_cannot_be_saved_is_a_JsonException()
    {
        ConnectionReferencesArray references = [Bodies.Reference("shared_sql", alias: "shared_sql_1"), Bodies.Reference("shared_teams")];

        JsonException exception = Assert.Throws<JsonException>(() =>
            JsonSerializer.Serialize(references, PowerAutomateManagementJsonContext.Default.ConnectionReferencesArray)
        );

        Assert.Contains("shared_sql_1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_definition_as_deep_as_a_client_reads_is_saved_and_read_back()
    {
        string nested = new string('[', Deep) + new string(']', Deep);
        string json = $$"""{"definition":{{nested}},"undeclared":{{nested}}}""";
        foreach (
            JsonSerializerOptions? options in new JsonSerializerOptions?[]
            {
                null,
                new() { WriteIndented = true },
            }
        )
        {
            PowerAutomateManagementJsonContext context = new(options);

            FlowProperties read = JsonSerializer.Deserialize(json, context.FlowProperties)!;
            string saved = JsonSerializer.Serialize(read, context.FlowProperties);
            FlowProperties again = JsonSerializer.Deserialize(saved, context.FlowProperties)!;

            Assert.Equal(
                json,
                System
                    .Text.Encoding.UTF8.GetString(ConnectorJson.ToUtf8Bytes(again))
                    .Replace("\n", "", StringComparison.Ordinal)
                    .Replace(" ", "", StringComparison.Ordinal)
            );
        }
    }
}
