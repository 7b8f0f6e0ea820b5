using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Converts paths and their operations.</summary>
internal sealed class OperationConverter(ConversionSource source, SchemaConverter schemas, ServerConverter servers)
{
    private static readonly HashSet<string> ChangedOfPath = ["parameters", "servers"];
    private static readonly HashSet<string> Changed =
    [
        "parameters",
        "requestBody",
        "responses",
        "callbacks",
        "servers",
        "consumes",
        "produces",
    ];
    private static readonly HashSet<string> Verbs = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly ParameterConverter _parameters = new(source, schemas, new ParameterSchemas(source, schemas));
    private readonly BodyConverter _bodies = new(
        source,
        schemas,
        new FieldConverter(source, schemas, new ParameterSchemas(source, schemas))
    );
    private readonly AnswerConverter _answers = new(source, schemas);

    public JsonObject Convert(Part paths)
    {
        JsonObject converted = paths.CopyWithout([.. paths.Objects.Select(static path => path.Key)]);
        foreach (KeyValuePair<string, Part> path in paths.Objects)
        {
            converted[path.Key] = ConvertPath(path.Value);
        }

        return converted;
    }

    private JsonObject ConvertPath(Part path)
    {
        JsonObject converted = path.CopyWithout([.. Verbs, .. ChangedOfPath]);
        servers.Report(path);
        ConvertParameters(converted, path, []);
        string? reason = path.Items("parameters").Select(WhyNot).FirstOrDefault(static reason => reason is not null);
        foreach (KeyValuePair<string, Part> operation in path.Objects.Where(static member => Verbs.Contains(member.Key)))
        {
            if (
                (reason ?? operation.Value.Items("parameters").Select(WhyNot).FirstOrDefault(static reason => reason is not null)) is
                { } why
            )
            {
                string verb = $"{operation.Key.ToUpperInvariant()} {path.Pointer[path.Pointer.Count - 1]}";
                source.Skip(operation.Value, operation.Value.Text("operationId") ?? verb, why);
            }
            else
            {
                converted[operation.Key] = ConvertOperation(operation.Value);
            }
        }

        return converted;
    }

    private JsonObject ConvertOperation(Part operation)
    {
        JsonObject converted = operation.CopyWithout(Changed);
        servers.Report(operation);
        (IReadOnlyList<JsonObject> body, string? mediaType) = operation.Object("requestBody") is { } declared
            ? _bodies.Convert(declared)
            : ([], null);
        ConvertParameters(converted, operation, body);
        (JsonObject answers, IReadOnlyList<string> produced) = _answers.Convert(operation);
        converted["consumes"] = mediaType is null ? [] : new JsonArray(JsonValue.Create(mediaType));
        converted["produces"] = new JsonArray([.. produced.Select(static type => JsonValue.Create(type))]);
        converted["responses"] = answers;
        return converted;
    }

    private void ConvertParameters(JsonObject converted, Part owner, IReadOnlyList<JsonObject> more)
    {
        JsonArray parameters =
        [
            .. owner
                .Items("parameters")
                .Select(parameter => source.Resolve(parameter) is { } target ? _parameters.Convert(target) : null)
                .Where(static parameter => parameter is not null),
            .. more,
        ];
        if (parameters.Count > 0)
        {
            converted["parameters"] = parameters;
            source.Origins.Add(parameters, owner.Place("parameters"));
        }
    }

    private string? WhyNot(Part parameter) => source.Resolve(parameter) is { } target ? ParameterConverter.WhyNot(target) : null;
}
