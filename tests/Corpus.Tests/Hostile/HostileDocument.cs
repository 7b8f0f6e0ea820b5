using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Corpus.Tests.Hostile;

/// <summary>A document of a random shape, with a text of somebody else's choice in every place that can hold one.</summary>
/// <param name="shape">What the shape is made of.</param>
/// <param name="texts">The texts.</param>
/// <param name="isNamedByTitle">Whether the title is the namespace, and so one that others have too.</param>
internal sealed class HostileDocument(int shape, Texts texts, bool isNamedByTitle)
{
    private static readonly string[] s_namespaces = ["System", "Microsoft", "Azure", "PowerConnectors"];

    // Names that C# takes in one place and not in another, or that something else has already.
    private static readonly string[] s_names = ["record", "file", "required", "field", "_", "Task", "String", "System", "Azure", "item"];

    private static readonly string[] s_simple = ["string", "integer", "number", "boolean"];

    // Always the same for the same shape.
    private readonly Random _random = new(shape);
    private readonly List<string> _definitions = [];

    public string Text() => Write(Document());

    /// <summary>An overlay that changes texts of the document in place.</summary>
    public string Overlay() =>
        Write(
            new JsonObject
            {
                ["overlay"] = "1.0.0",
                ["info"] = new JsonObject { ["title"] = texts.Any(), ["version"] = texts.Any() },
                ["actions"] = new JsonArray(
                    Update("$.info", new JsonObject { ["description"] = texts.Any(), [$"x-{texts.Name()}"] = texts.Any() }),
                    Update("$", new JsonObject { ["x-powerconnectors-error-hints"] = new JsonObject { [texts.Name()] = texts.Name() } }),
                    Update("$.paths.*.*", new JsonObject { ["description"] = texts.Any(), ["summary"] = texts.Any() }),
                    Update("$.definitions.*.properties.*", new JsonObject { ["description"] = texts.Any(), ["x-ms-summary"] = texts.Any() })
                ),
            }
        );

    private JsonObject Document()
    {
        for (int i = _random.Next(1, 3); i > 0; i--)
        {
            _definitions.Add(texts.Name());
        }

        JsonObject document = new()
        {
            ["swagger"] = "2.0",
            ["info"] = new JsonObject
            {
                ["title"] = isNamedByTitle ? Title() : texts.Name(),
                ["description"] = texts.Any(),
                ["version"] = texts.Any(),
                ["contact"] = new JsonObject { ["name"] = texts.Any(), ["url"] = texts.Any() },
            },
            ["host"] = $"{texts.Any()} ",
            ["basePath"] = $"/{texts.Any()}",
            ["schemes"] = new JsonArray("https", texts.Any()),
            ["consumes"] = new JsonArray("application/json", texts.Any()),
            ["produces"] = new JsonArray("application/json", texts.Any()),
            ["tags"] = new JsonArray(new JsonObject { ["name"] = texts.Any(), ["description"] = texts.Any() }),
            [$"x-{texts.Name()}"] = new JsonObject { [texts.Name()] = texts.Any() },
            ["x-powerconnectors-error-hints"] = new JsonObject { [texts.Name()] = texts.Name() },
            ["paths"] = new JsonObject([Path()]),
            ["definitions"] = new JsonObject(
                _definitions.Select(name => KeyValuePair.Create<string, JsonNode?>(name, Object(0))).ToArray()
            ),
        };
        return document;
    }

    private KeyValuePair<string, JsonNode?> Path()
    {
        string segment = texts.PathName();
        string placeholder = texts.PathName();
        JsonArray parameters =
        [
            Parameter(placeholder, "path", isRequired: true),
            Parameter(texts.Name(), "query", _random.Next(2) == 0),
            Parameter(texts.Name(), "query", isRequired: false),
        ];
        string verb = _random.Next(2) == 0 ? "get" : "put";
        if (verb == "put")
        {
            parameters.Add(
                new JsonObject
                {
                    ["name"] = texts.Name(),
                    ["in"] = "body",
                    ["required"] = _random.Next(2) == 0,
                    ["description"] = texts.Any(),
                    ["schema"] = Schema(0),
                }
            );
        }

        JsonObject operation = new()
        {
            ["operationId"] = texts.Name(),
            ["tags"] = new JsonArray(texts.Name()),
            ["summary"] = texts.Any(),
            ["description"] = texts.Any(),
            ["deprecated"] = _random.Next(3) == 0,
            ["externalDocs"] = new JsonObject { ["url"] = texts.Any(), ["description"] = texts.Any() },
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject { ["description"] = texts.Any(), ["schema"] = Schema(0) },
                ["default"] = new JsonObject { ["description"] = texts.Any() },
            },
        };
        return KeyValuePair.Create<string, JsonNode?>($"/{segment}/{{{placeholder}}}", new JsonObject { [verb] = operation });
    }

    private JsonObject Parameter(string name, string place, bool isRequired)
    {
        JsonObject parameter = new()
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = isRequired,
            ["type"] = "string",
            ["description"] = texts.Any(),
            ["x-ms-summary"] = texts.Any(),
            ["x-ms-visibility"] = texts.Any(),
            ["x-ms-client-name"] = Given(),
        };
        Vary(parameter);
        return parameter;
    }

    private JsonObject Schema(int depth) =>
        _random.Next(depth > 1 ? 3 : 6) switch
        {
            0 => SimpleSchema(),
            1 => new JsonObject { ["$ref"] = $"#/definitions/{Pointer(_definitions[_random.Next(_definitions.Count)])}" },
            2 => StringSchema(),
            3 => new JsonObject
            {
                ["type"] = "array",
                ["description"] = texts.Any(),
                ["items"] = Schema(depth + 1),
            },
            4 => new JsonObject
            {
                ["type"] = "object",
                ["title"] = texts.Any(),
                ["additionalProperties"] = Schema(depth + 1),
            },
            _ => Object(depth + 1),
        };

    private JsonObject Object(int depth)
    {
        KeyValuePair<string, JsonNode?>[] properties =
        [
            .. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => KeyValuePair.Create<string, JsonNode?>(texts.Name(), Schema(depth + 1))),
        ];
        JsonObject schema = new()
        {
            ["type"] = "object",
            ["title"] = texts.Any(),
            ["description"] = texts.Any(),
            ["x-ms-client-name"] = Given(),
            ["required"] = new JsonArray(properties.Take(1).Select(static property => (JsonNode?)property.Key).ToArray()),
            ["properties"] = new JsonObject(properties),
        };
        if (depth > 0)
        {
            schema["x-powerconnectors-type-name"] = Given();
        }

        return schema;
    }

    // One that is taken, or one that is none.
    private string Given() =>
        _random.Next(3) switch
        {
            0 => $"{texts.Any()} ",
            1 => s_names[_random.Next(s_names.Length)],
            _ => $"Given{string.Concat(texts.Name().Where(char.IsLetterOrDigit))}",
        };

    private string Title() =>
        _random.Next(2) == 0 ? s_namespaces[_random.Next(s_namespaces.Length)] : _definitions[_random.Next(_definitions.Count)];

    private JsonObject SimpleSchema() =>
        new()
        {
            ["type"] = s_simple[_random.Next(s_simple.Length)],
            ["title"] = texts.Any(),
            ["description"] = texts.Any(),
            ["x-ms-summary"] = texts.Any(),
            ["example"] = texts.Any(),
            ["readOnly"] = _random.Next(4) == 0,
        };

    private JsonObject StringSchema()
    {
        JsonObject schema = new()
        {
            ["type"] = "string",
            ["description"] = texts.Any(),
            ["pattern"] = texts.Any(),
        };
        Vary(schema);
        return schema;
    }

    // Of what a string can be, one.
    private void Vary(JsonObject schema)
    {
        switch (_random.Next(4))
        {
            case 0:
                schema["enum"] = new JsonArray(texts.Name(), texts.Name());
                break;
            case 1:
                schema["enum"] = new JsonArray(texts.Name());
                schema["x-ms-enum"] = new JsonObject { ["name"] = texts.Name(), ["modelAsString"] = true };
                break;
            case 2:
                schema["default"] = texts.Any();
                break;
            default:
                schema["format"] = $"{texts.Any()} ";
                break;
        }
    }

    private static string Pointer(string name) =>
        Uri.EscapeDataString(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    private static JsonObject Update(string target, JsonObject update) => new() { ["target"] = target, ["update"] = update };

    // Written by hand, for half surrogates must stay what they are.
    private static string Write(JsonNode? node)
    {
        StringBuilder text = new();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject members:
                text.Append('{');
                foreach ((string name, JsonNode? value) in members)
                {
                    text.Append(text[^1] == '{' ? "" : ",");
                    WriteText(name, text);
                    text.Append(':');
                    Write(value, text);
                }

                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                foreach (JsonNode? item in items)
                {
                    text.Append(text[^1] == '[' ? "" : ",");
                    Write(item, text);
                }

                text.Append(']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteText(value.GetValue<string>(), text);
                break;
            default:
                text.Append(node!.ToJsonString());
                break;
        }
    }

    private static void WriteText(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (char character in value)
        {
            text.Append(char.IsAsciiLetterOrDigit(character) ? character.ToString() : $"\\u{(int)character:x4}");
        }

        text.Append('"');
    }
}
