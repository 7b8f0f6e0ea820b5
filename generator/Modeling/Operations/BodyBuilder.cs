using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Modeling.Types;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>Builds what of an operation's parameters makes its body: one of JSON, text or raw content, or the fields of a form.</summary>
internal sealed class BodyBuilder(PlacedOperation placed, TypeBuilder types, NameScope names, string operation)
{
    private const string BodyNameKey = "x-bodyName";

    private readonly IReadOnlyList<string> _consumes = placed.Json.Consumes;

    private readonly JsonObject[] _fields = [.. placed.Json.FormFields];

    /// <summary>Takes the names that the document gives, before anything gets one that it does not.</summary>
    public void TakeGivenNames()
    {
        if (
            _fields.Length == 0
            && placed.Operation.RequestBody is { Extensions: { } extensions } body
            && extensions.ContainsKey(Extensions.ClientName)
        )
        {
            NameOf(body);
        }

        foreach (JsonObject field in _fields.Where(static field => field.ContainsKey(Extensions.ClientName) && IsShown(field)))
        {
            NameOf(field);
        }
    }

    public IReadOnlyList<ParameterModel> Build() =>
        placed.Operation.RequestBody is not { Content: { Count: > 0 } content } body ? []
        : _fields.Length > 0 ? [.. BuildForm(content.Values.First().Schema)]
        : [BuildOne(body, content)];

    private ParameterModel BuildOne(IOpenApiRequestBody body, IDictionary<string, IOpenApiMediaType> content)
    {
        IOpenApiSchema schema =
            content.FirstOrDefault(static media => media.Key.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0).Value?.Schema
            ?? content.Values.First().Schema
            ?? new OpenApiSchema();
        (ParameterPlace place, TypeRef type, string? mediaType) = Kind(schema);
        types.MarkSent(type);
        return new ParameterModel(
            WireNameOf(body),
            NameOf(body),
            place,
            type,
            body.Required,
            IsSecret: false,
            new DocModel(
                DocSentence.Of(DocTexts.Text(body.Extensions, "x-ms-summary"), body.Description, "The body of the request."),
                SeeMethod: types.SeeMethod(schema)
            ),
            MediaType: mediaType
        );
    }

    private (ParameterPlace Place, TypeRef Type, string? MediaType) Kind(IOpenApiSchema schema)
    {
        bool allowJson = MediaTypes.AllowJson(_consumes);
        if (SchemaKinds.IsBinary(schema))
        {
            string[] others = [.. _consumes.Where(static type => !MediaTypes.AllowJson([type]))];
            return (
                ParameterPlace.Content,
                new TypeRef(ValueKind.Stream),
                MediaTypes.First(others) ?? MediaTypes.First(_consumes) ?? MediaTypes.Binary
            );
        }

        if (allowJson)
        {
            bool isPlain = _consumes.Count == 0 || _consumes.Any(static type => type.StartsWith("*", StringComparison.Ordinal));
            string? mediaType =
                isPlain || MediaTypes.Contain(_consumes, "application/json")
                    ? null
                    : MediaTypes.First([.. _consumes.Where(static type => MediaTypes.AllowJson([type]))]);
            return (ParameterPlace.Body, types.Resolve(schema, $"{operation}Request", $"{operation}/body"), mediaType);
        }

        bool isForm = MediaTypes.Contain(_consumes, MediaTypes.Form) || MediaTypes.Contain(_consumes, MediaTypes.Multipart);
        if (
            isForm
            && SchemaKinds.Of(AllOf.ShapeOf(schema, types.AllOfParts)) is ValueKind.Model or ValueKind.Dictionary or ValueKind.Element
        )
        {
            string mediaType = MediaTypes.Contain(_consumes, MediaTypes.Form) ? MediaTypes.Form : MediaTypes.Multipart;
            return (ParameterPlace.Form, types.Resolve(schema, $"{operation}Request", $"{operation}/body"), mediaType);
        }

        return MediaTypes.AreText(_consumes)
            ? (ParameterPlace.Text, new TypeRef(ValueKind.String), MediaTypes.First(_consumes) ?? "text/plain")
            : (ParameterPlace.Content, new TypeRef(ValueKind.Stream), MediaTypes.First(_consumes) ?? MediaTypes.Binary);
    }

    private IEnumerable<ParameterModel> BuildForm(IOpenApiSchema? form)
    {
        foreach (string name in Identifiers.PlainFirst(_fields.Where(IsShown).Select(WireNameOf)))
        {
            NameOf(_fields.First(field => WireNameOf(field) == name));
        }

        // Some documents say it by a header alone.
        string[] said = [.. _consumes, $"{placed.Json.Find("header", "Content-Type")?["default"]}"];
        bool isMultipart =
            _fields.Any(field => IsFile(field) || HoldsFiles(field, SchemaOf(field)))
            || (MediaTypes.Contain(said, MediaTypes.Multipart) && !MediaTypes.Contain(said, MediaTypes.Form));
        foreach (JsonObject field in _fields)
        {
            string wireName = WireNameOf(field);
            IOpenApiSchema? schema = SchemaOf(field);
            bool isRequired = field["required"]?.ToString() == "true";
            IReadOnlyList<string> constants = ConstantsOf(field);
            if (constants.Count == 0 && !IsShown(field))
            {
                continue;
            }

            TypeRef type =
                constants.Count > 0 ? new TypeRef(ValueKind.String)
                : HoldsFiles(field, schema) ? new TypeRef(ValueKind.List, Item: new TypeRef(ValueKind.File))
                : IsFile(field) ? new TypeRef(ValueKind.File)
                : ParameterTypes.Of(schema, types, operation + Identifiers.Pascal(wireName), $"{operation}/{wireName}");
            ParameterPlace place = isMultipart ? ParameterPlace.Part : ParameterPlace.Field;
            ParameterModel parameter = new(
                wireName,
                constants.Count == 0 ? NameOf(field) : "",
                place,
                type,
                isRequired,
                field[SecretMark.Key]?.ToString() == "true",
                new DocModel(
                    DocSentence.Of(field["x-ms-summary"]?.ToString(), field["description"]?.ToString(), $"The field '{wireName}'."),
                    SeeMethod: types.SeeMethod(field)
                ),
                field[OperationSelection.VisibilityKey]?.ToString() == "advanced",
                ParameterTypes.FormOf(type, field, mayRepeat: true)
            );
            foreach (ParameterModel sent in Constants.Apply(parameter, constants))
            {
                yield return sent;
            }
        }

        IOpenApiSchema? SchemaOf(JsonObject field) =>
            form?.Properties is { } all && all.TryGetValue($"{field["name"]}", out IOpenApiSchema? found) ? found : null;
    }

    private string NameOf(IOpenApiRequestBody body) =>
        ParameterBuilder.Name(names, DocTexts.Text(body.Extensions, Extensions.ClientName), WireNameOf(body), ParameterPlace.Body);

    private string NameOf(JsonObject field) =>
        ParameterBuilder.Name(names, field[Extensions.ClientName]?.ToString(), WireNameOf(field), ParameterPlace.Field);

    private static string WireNameOf(IOpenApiRequestBody body) => DocTexts.Text(body.Extensions, BodyNameKey) ?? "body";

    private static string WireNameOf(JsonObject field) => $"{field["name"]}";

    private static bool IsInternal(JsonObject field) => field[OperationSelection.VisibilityKey]?.ToString() == "internal";

    private static IReadOnlyList<string> ConstantsOf(JsonObject field) =>
        IsInternal(field) ? Constants.Of(field["default"], field, mayRepeat: true) : [];

    // Whether it is the caller's to give.
    private static bool IsShown(JsonObject field) =>
        !IsInternal(field) || (field["required"]?.ToString() == "true" && ConstantsOf(field).Count == 0);

    private static bool HoldsFiles(JsonObject field, IOpenApiSchema? schema) =>
        (field["items"] is JsonObject item && IsFile(item)) || (schema?.Items is { } items && SchemaKinds.IsBinary(items));

    private static bool IsFile(JsonObject field) => field["type"]?.ToString() == "file" || field["format"]?.ToString() == "binary";
}
