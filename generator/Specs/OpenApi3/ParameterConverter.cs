using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Converts parameters, and says which forms of them cannot be sent.</summary>
internal sealed class ParameterConverter(ConversionSource source, SchemaConverter schemas, ParameterSchemas forms)
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

    private void TakeSchema(JsonObject converted, Part parameter, Part schema)
    {
        bool isInQuery = parameter.Text("in") == "query";
        string style = parameter.Text("style") ?? (isInQuery ? "form" : "simple");
        bool? explode = parameter.Flag("explode");
        List<Part> meant = forms.Meant(schema);
        if (meant.Count == 0)
        {
            return;
        }

        Part target = meant[0];
        if (isInQuery && IsObject(ParameterSchemas.EndOf(meant)!) && (style == "deepObject" || explode != false))
        {
            string name = parameter.Text("name") ?? "";
            source.NotSupported(
                parameter,
                ["schema"],
                name,
                "members of objects are not sent as parameters; the text given is sent as it is"
            );
        }

        if (target.Json["enum"] is not null || target.Json["allOf"] is not null || meant.Count > 1)
        {
            // A name that several parameters share stays one type.
            converted["schema"] = schemas.Convert(schema);
        }
        else
        {
            forms.TakeOver(converted, target);
        }

        converted["collectionFormat"] = ParameterSchemas.ListForm(style, explode);
    }

    private static bool IsObject(Part schema) => schema.Text("type") == "object" || schema.Json["properties"] is not null;
}
