using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs;

/// <summary>What tells a connector's document from other JSON.</summary>
/// <param name="Pointer">The place of what is wrong.</param>
/// <param name="Reason">What is wrong.</param>
internal sealed record SwaggerForm(string[] Pointer, string Reason)
{
    /// <summary>Why the JSON is no connector's document; nothing if it is one.</summary>
    public static SwaggerForm? FindFault(JsonNode? json)
    {
        if (json is not JsonObject root)
        {
            return new SwaggerForm([], "it is not a JSON object");
        }

        if (root["overlay"] is not null && root["actions"] is not null)
        {
            return new SwaggerForm(["overlay"], "it is an overlay, whose name ends with .overlay.json");
        }

        if (root["openapi"] is { } version3)
        {
            if (!$"{version3}".StartsWith("3.0.", StringComparison.Ordinal))
            {
                return new SwaggerForm(["openapi"], $"it is OpenAPI {version3}, and only 3.0 and Swagger 2.0 can be read");
            }
        }
        else if (
            root["swagger"] is not { } version
            || version.GetValueKind() != JsonValueKind.String
            || version.GetValue<string>() != "2.0"
        )
        {
            return new SwaggerForm(["swagger"], "the member \"swagger\": \"2.0\" or \"openapi\": \"3.0.x\" is missing");
        }

        return root["info"] is not JsonObject ? new SwaggerForm(["info"], "the object 'info' is missing")
            : root["paths"] is not JsonObject ? new SwaggerForm(["paths"], "the object 'paths' is missing")
            : null;
    }
}
