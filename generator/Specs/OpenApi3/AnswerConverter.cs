using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Converts the answers of an operation. Swagger 2.0 has the media types of all of them in one list.</summary>
internal sealed class AnswerConverter(ConversionSource source, SchemaConverter schemas)
{
    private static readonly HashSet<string> Changed = ["content", "headers", "links"];

    public (JsonObject Answers, IReadOnlyList<string> MediaTypes) Convert(Part operation)
    {
        KeyValuePair<string, Part>[] answers =
        [
            .. operation
                .ObjectsOf("responses")
                .Select(answer => new KeyValuePair<string, Part?>(answer.Key, source.Resolve(answer.Value)))
                .Where(static answer => answer.Value is not null)
                .Select(static answer => new KeyValuePair<string, Part>(answer.Key, answer.Value!)),
        ];
        string[][] successes = [.. Successes(answers).Select(MediaTypes).Where(static types => types.Length > 0)];

        // Where one answer is JSON and another is not, both can only be read as what they are.
        bool isMixed = successes.Any(IsJson) && !successes.All(IsJson);
        JsonObject converted = [];
        foreach (KeyValuePair<string, Part> answer in answers)
        {
            converted[answer.Key] = Convert(answer.Value, isMixed);
        }

        return (converted, [.. successes.SelectMany(static types => types).Distinct()]);
    }

    private JsonObject Convert(Part answer, bool isMixed)
    {
        JsonObject converted = answer.CopyWithout(Changed);
        if (MediaTypes(answer).FirstOrDefault() is { } mediaType)
        {
            converted["schema"] =
                isMixed ? new JsonObject { ["type"] = "string", ["format"] = "binary" }
                : answer.Object("content")!.Object(mediaType)!.Object("schema") is { } schema ? schemas.Convert(schema)
                : MediaTypeChoice.SchemaOf(mediaType);
        }

        source.Origins.Add(converted, answer.Pointer);
        return converted;
    }

    // JSON alone if it is among them.
    private static string[] MediaTypes(Part answer)
    {
        string[] all = [.. answer.ObjectsOf("content").Select(static media => media.Key)];
        string? json = all.FirstOrDefault(MediaTypeChoice.IsJson);
        return json is null ? all : [json];
    }

    private static bool IsJson(string[] types) => MediaTypeChoice.IsJson(types[0]);

    private static IEnumerable<Part> Successes(KeyValuePair<string, Part>[] answers)
    {
        bool isSaid = answers.Any(IsSuccess);
        return answers.Where(answer => isSaid ? IsSuccess(answer) : answer.Key == "default").Select(static answer => answer.Value);
    }

    private static bool IsSuccess(KeyValuePair<string, Part> answer) => answer.Key.StartsWith("2", StringComparison.Ordinal);
}
