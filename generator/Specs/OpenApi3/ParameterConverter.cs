using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Converts parameters, and says which forms of them cannot be sent.</summary>
internal sealed class ParameterConverter(ConversionSource source, SchemaConverter schemas)
{
    private static readonly HashSet<string> Changed =
    [
        "schema",
        "content",
        "style",
        "explode",
        "allowReserved",
        "deprecated",
        "example",
        "examples",
    ];

    private static readonly HashSet<string> Taken = ["type", "format", "enum", "items", "default", "description"];

    /// <summary>Why an operation cannot be called that has this parameter.</summary>
    public static string? WhyNot(Part parameter) =>
        parameter.Text("in") == "path" && parameter.Text("style") is { } style && style != "simple"
            ? $"the path parameter '{parameter.Text("name")}' has the style '{style}', and only 'simple' can be sent"
            : null;

    /// <summary>The parameter; nothing for one that is not sent.</summary>
    public JsonObject? Convert(Part parameter)
    {
        if (parameter.Text("in") == "cookie")
        {
            string name = parameter.Text("name") ?? "";
            source.NotSupported(parameter, [], name, "cookies are not sent; a handler of the HttpClient can add them");
            return null;
        }

        JsonObject converted = parameter.CopyWithout(Changed);
        if (parameter.Flag("deprecated") == true)
        {
            SchemaConverter.AddSentence(converted, "Deprecated.");
        }

        Part? schema = parameter.Object("schema");
        if (schema is null)
        {
            // What has a media type of its own is written by the caller.
            converted["type"] = "string";
        }
        else
        {
            TakeSchema(converted, parameter, schema);
        }

        source.Origins.Add(converted, parameter.Pointer);
        return converted;
    }

    /// <summary>A property of a form, as a field.</summary>
    public JsonObject ConvertField(string name, Part property, bool isRequired, Part? encoding)
    {
        JsonObject converted = new()
        {
            ["name"] = name,
            ["in"] = "formData",
            ["required"] = isRequired,
        };
        if (source.Resolve(property)?.Json["enum"] is not null)
        {
            // A name that several share stays one type.
            converted["schema"] = schemas.Convert(property);
            source.Origins.Add(converted, property.Pointer);
            return converted;
        }

        Inline(converted, property);
        if (converted["type"]?.ToString() is not ("string" or "integer" or "number" or "boolean" or "array"))
        {
            converted["type"] = "string"; // Its JSON, which the caller writes.
        }

        if (converted["format"]?.ToString() == "binary")
        {
            converted["type"] = "file";
        }

        converted["collectionFormat"] = ListForm(encoding?.Text("style") ?? "form", encoding?.Flag("explode"));
        source.Origins.Add(converted, property.Pointer);
        return converted;
    }

    private void TakeSchema(JsonObject converted, Part parameter, Part schema)
    {
        bool isInQuery = parameter.Text("in") == "query";
        string style = parameter.Text("style") ?? (isInQuery ? "form" : "simple");
        bool? explode = parameter.Flag("explode");
        if (source.Resolve(schema) is not { } target)
        {
            return;
        }

        if (isInQuery && IsObject(target) && (style == "deepObject" || explode != false))
        {
            string name = parameter.Text("name") ?? "";
            source.NotSupported(
                parameter,
                ["schema"],
                name,
                "members of objects are not sent as parameters; the text given is sent as it is"
            );
        }

        if (target.Json["enum"] is not null || target.Json["allOf"] is not null)
        {
            // A name that several parameters share stays one type.
            converted["schema"] = schemas.Convert(schema);
        }
        else
        {
            Inline(converted, schema);
        }

        converted["collectionFormat"] = ListForm(style, explode);
    }

    private void Inline(JsonObject converted, Part schema)
    {
        if (source.Resolve(schema) is not { } target)
        {
            return;
        }

        JsonObject all = schemas.Convert(target);
        foreach (KeyValuePair<string, JsonNode?> member in all.ToArray())
        {
            // What the parameter says itself is nearer.
            if ((Taken.Contains(member.Key) || member.Key.StartsWith("x-", StringComparison.Ordinal)) && !converted.ContainsKey(member.Key))
            {
                all.Remove(member.Key);
                converted[member.Key] = member.Value;
                source.Origins.Add(member.Value, target.Place(member.Key));
            }
        }
    }

    private static bool IsObject(Part schema) => schema.Text("type") == "object" || schema.Json["properties"] is not null;

    private static string ListForm(string style, bool? explode) =>
        style switch
        {
            "spaceDelimited" when explode == false => "ssv",
            "pipeDelimited" when explode == false => "pipes",
            "form" or "spaceDelimited" or "pipeDelimited" when explode != false => "multi",
            _ => "csv",
        };
}
