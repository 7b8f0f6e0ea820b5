using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi.Reader;

namespace PowerConnectors.Benchmarks.Generator;

/// <summary>The ways to read a document: those that the generator takes, and the least that any way could take.</summary>
internal static class Reading
{
    private static readonly Uri s_base = new("https://connector.invalid/");

    public static JsonNode ToNodes(Document document) => JsonNode.Parse(document.Text)!;

    public static ReadResult ToOpenApi(JsonNode json) =>
        new OpenApiJsonReader().Read(json, s_base, new OpenApiReaderSettings { DefaultContentType = ["application/json"] });

    public static int ToTokens(Document document)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(document.Text));
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }
}
