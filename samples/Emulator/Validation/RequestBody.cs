using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Validation;

/// <summary>The body of a request, parsed.</summary>
internal sealed record RequestBody(JsonNode? Json)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static bool TryParse(string text, out JsonNode? body)
    {
        try
        {
            body = JsonNode.Parse(text, documentOptions: Strict);
            return true;
        }
        catch (JsonException)
        {
            body = null;
            return false;
        }
    }
}
