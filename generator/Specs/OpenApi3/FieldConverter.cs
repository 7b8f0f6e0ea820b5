using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Converts the properties of forms.</summary>
internal sealed class FieldConverter(ConversionSource source, SchemaConverter schemas, ParameterSchemas forms)
{
    /// <summary>A property of a form, as a field.</summary>
    public JsonObject Convert(string name, Part property, bool isRequired, Part? encoding)
    {
        JsonObject converted = new()
        {
            ["name"] = name,
            ["in"] = "formData",
            ["required"] = isRequired,
        };
        List<Part> meant = forms.Meant(property);
        Part? end = ParameterSchemas.EndOf(meant);
        if (end?.Json["enum"] is not null)
        {
            // A name that several share stays one type.
            converted["schema"] = schemas.Convert(property);
            foreach (Part part in meant)
            {
                forms.TakeOverTexts(converted, part);
            }

            source.Origins.Add(converted, property.Pointer);
            return converted;
        }

        foreach (Part part in meant)
        {
            forms.TakeOver(converted, part);
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

        converted["collectionFormat"] = ParameterSchemas.ListForm(encoding?.Text("style") ?? "form", encoding?.Flag("explode"));
        source.Origins.Add(converted, property.Pointer);
        return converted;
    }

    private bool IsListOfListsOfFiles(Part list) =>
        list.Object("items") is { } inner
        && ParameterSchemas.EndOf(forms.Meant(inner))?.Object("items") is { } item
        && ParameterSchemas.EndOf(forms.Meant(item))?.Text("format") == "binary";
}
