using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Converts request bodies: of several media types, to the one that is easiest to give.</summary>
internal sealed class BodyConverter(ConversionSource source, SchemaConverter schemas, FieldConverter fields)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    private static readonly HashSet<string> Changed = ["content"];

    /// <summary>The parameters that a body becomes, and its media type.</summary>
    public (IReadOnlyList<JsonObject> Parameters, string? MediaType) Convert(Part declared)
    {
        if (source.Resolve(declared) is not { } body)
        {
            return ([], null);
        }

        Dictionary<string, Part> content = body.ObjectsOf("content").ToDictionary(static media => media.Key, static media => media.Value);
        string? mediaType = MediaTypeChoice.OfBody([.. content.Keys]);
        if (mediaType is null)
        {
            return ([], null);
        }

        Part media = content[mediaType];
        bool isForm = Is(mediaType, Form) || Is(mediaType, Multipart);
        Part? schema = media.Object("schema");
        return (
            isForm && schema is not null && FindFields(schema) is { } form
                ? ConvertFields(form, media)
                : [ConvertOne(body, schema, mediaType)],
            mediaType
        );
    }

    private JsonObject ConvertOne(Part body, Part? schema, string mediaType)
    {
        JsonObject converted = body.CopyWithout(Changed);
        converted["name"] = "body";
        converted["in"] = "body";
        converted["schema"] = schema is not null ? schemas.Convert(schema) : MediaTypeChoice.SchemaOf(mediaType);
        source.Origins.Add(converted, body.Pointer);
        return converted;
    }

    private IReadOnlyList<JsonObject> ConvertFields(Part form, Part media)
    {
        HashSet<string> required = new((form.Json["required"] as JsonArray ?? []).Select(static name => $"{name}"), StringComparer.Ordinal);
        Part? encoding = media.Object("encoding");
        return
        [
            .. form.ObjectsOf("properties")
                .Where(static property => property.Value.Flag("readOnly") != true)
                .Select(property =>
                    fields.Convert(property.Key, property.Value, required.Contains(property.Key), encoding?.Object(property.Key))
                ),
        ];
    }

    // What is put together of several schemas is one argument, whose members are the fields.
    private Part? FindFields(Part schema) =>
        source.Resolve(schema) is { } form && form.Json["properties"] is JsonObject { Count: > 0 } && form.Json["allOf"] is null
            ? form
            : null;

    private static bool Is(string mediaType, string other) => mediaType.StartsWith(other, StringComparison.OrdinalIgnoreCase);
}
