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

    private static readonly string[] Parts = ["allOf", "oneOf", "anyOf"];

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
        List<Part> meant = Meant(property);
        Part? end = EndOf(meant);
        if (end?.Json["enum"] is not null)
        {
            // A name that several share stays one type.
            converted["schema"] = schemas.Convert(property);
            source.Origins.Add(converted, property.Pointer);
            return converted;
        }

        foreach (Part part in meant)
        {
            Inline(converted, part);
        }

        if (end is not null && IsListOfListsOfFiles(end))
        {
            source.NotSupported(property, [], name, "lists of lists of files cannot be sent; the text given is sent as it is");
        }

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
        List<Part> meant = Meant(schema);
        if (meant.Count == 0)
        {
            return;
        }

        Part target = meant[0];
        if (isInQuery && IsObject(EndOf(meant)!) && (style == "deepObject" || explode != false))
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
            Inline(converted, target);
        }

        converted["collectionFormat"] = ListForm(style, explode);
    }

    // A schema, and what it says more about, the nearest first: a part alone is what the whole is.
    private List<Part> Meant(Part schema)
    {
        List<Part> meant = [];
        HashSet<JsonObject> seen = [];
        Part? at = schema;
        while (at is not null && source.Resolve(at) is { } target && seen.Add(target.Json))
        {
            meant.Add(target);
            Part[] parts = [.. Parts.SelectMany(target.Items)];
            at = parts.Length == 1 && target.Json["properties"] is null ? parts[0] : null;
        }

        return meant;
    }

    private static Part? EndOf(List<Part> meant) => meant.Count == 0 ? null : meant[meant.Count - 1];

    private bool IsListOfListsOfFiles(Part list) =>
        list.Object("items") is { } inner
        && EndOf(Meant(inner))?.Object("items") is { } item
        && EndOf(Meant(item))?.Text("format") == "binary";

    private void Inline(JsonObject converted, Part target)
    {
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
