using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Naming;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Builds the parameters of one operation, and its path in pieces.</summary>
internal sealed class ParameterBuilder
{
    private const string BodyNameKey = "x-bodyName";
    private const string DynamicValuesKey = "x-ms-dynamic-values";

    private static readonly Regex Placeholder = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

    private readonly PlacedOperation _placed;
    private readonly OperationSelection _selection;
    private readonly IReadOnlyDictionary<string, string> _methodNames;
    private readonly List<ParameterModel> _parameters = [];

    public ParameterBuilder(
        PlacedOperation placed,
        OperationSelection selection,
        TypeBuilder types,
        IReadOnlyDictionary<string, string> methodNames
    )
    {
        _placed = placed;
        _selection = selection;
        _methodNames = methodNames;
        NameScope names = new(ReservedNames.MethodLocals, StringComparer.Ordinal);
        string operation = Identifiers.Pascal(placed.Operation.OperationId!);
        foreach (
            IOpenApiParameter parameter in placed.Parameters.Where(parameter =>
                parameter.In != ParameterLocation.Path || selection.FindConnectionProperty(parameter.Name!) is null
            )
        )
        {
            ParameterPlace place = parameter.In == ParameterLocation.Path ? ParameterPlace.Path : ParameterPlace.Query;
            TypeRef type = parameter.Schema is { } schema
                ? types.Resolve(schema, operation + Identifiers.Pascal(parameter.Name!), $"{operation}/{parameter.Name}")
                : new TypeRef(ValueKind.String);
            _parameters.Add(
                new ParameterModel(
                    parameter.Name!,
                    Name(names, parameter.Name!, place),
                    place,
                    type,
                    parameter.Required || place == ParameterPlace.Path,
                    DocTexts.IsSecret(parameter.Extensions),
                    DocTexts.OfParameter(parameter, SeeMethod(parameter.Extensions))
                )
            );
        }

        if (placed.Operation.RequestBody is { Content: { } content } body && OperationBuilder.JsonSchema(content) is { } bodySchema)
        {
            string wireName = DocTexts.Text(body.Extensions, BodyNameKey) ?? "body";
            TypeRef type = types.Resolve(bodySchema, $"{operation}Request", $"{operation}/body");
            types.MarkSent(type);
            DocModel doc = new(
                DocTexts.Sentence(DocTexts.Text(body.Extensions, "x-ms-summary"), body.Description, "The body of the request.")
            );
            _parameters.Add(
                new ParameterModel(
                    wireName,
                    Name(names, wireName, ParameterPlace.Body),
                    ParameterPlace.Body,
                    type,
                    body.Required,
                    IsSecret: false,
                    doc
                )
            );
        }
    }

    /// <summary>A placeholder of the path without a parameter.</summary>
    public static string? FindUndeclared(PlacedOperation placed) =>
        Placeholder
            .Matches(placed.Path)
            .Cast<Match>()
            .Select(static match => match.Groups[1].Value)
            .FirstOrDefault(name => !placed.Parameters.Any(parameter => parameter.In == ParameterLocation.Path && parameter.Name == name));

    /// <summary>Required before optional; otherwise path, query, body.</summary>
    public IEnumerable<ParameterModel> InSignatureOrder() =>
        _parameters.OrderBy(static parameter => parameter.IsRequired ? 0 : 1).ThenBy(static parameter => parameter.Place);

    public IEnumerable<PathPart> SplitPath()
    {
        string path = _placed.Path;
        int position = 0;
        foreach (Match match in Placeholder.Matches(path))
        {
            if (match.Index > position)
            {
                yield return new PathPart(path.Substring(position, match.Index - position));
            }

            yield return Part(match.Groups[1].Value);
            position = match.Index + match.Length;
        }

        if (position < path.Length)
        {
            yield return new PathPart(path.Substring(position));
        }
    }

    private PathPart Part(string name)
    {
        if (_selection.FindConnectionProperty(name) is { } property)
        {
            return new PathPart(
                name,
                property,
                property,
                _selection.ConnectionParameters.Any(parameter => parameter.Name == name && DocTexts.IsSecret(parameter.Extensions))
            );
        }

        // That there is one was checked when the operation was chosen.
        ParameterModel parameter = _parameters.Find(parameter => parameter.Place == ParameterPlace.Path && parameter.WireName == name);
        string value = parameter.Type.Kind == ValueKind.Enum ? $"{parameter.Name}.ToString()" : parameter.Name;
        return new PathPart(name, parameter.Name.TrimStart('@'), value, parameter.IsSecret);
    }

    private string? SeeMethod(IDictionary<string, IOpenApiExtension>? extensions) =>
        DocTexts.Node(extensions, DynamicValuesKey)?["operationId"]?.ToString() is { } id
        && _methodNames.TryGetValue(id, out string? method)
            ? method
            : null;

    // A name can stand once in each place.
    private static string Name(NameScope names, string wireName, ParameterPlace place) =>
        ReservedNames.Escape(names.Take(Identifiers.Camel(wireName), $"{place} {wireName}", "Value"));
}
