using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Dynamic;
using PowerConnectors.Generator.Modeling.Notifications;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Modeling.Types;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>Builds the parameters of one operation, and its path in pieces.</summary>
internal sealed class ParameterBuilder
{
    private const string EncodingKey = "x-ms-url-encoding";

    private readonly PlacedOperation _placed;
    private readonly OperationSelection _selection;
    private readonly TypeBuilder _types;
    private readonly Lookups? _lookups;
    private readonly NameScope _names;
    private readonly List<(ParameterModel Model, int Position)> _parameters = [];
    private readonly string _operation;

    public ParameterBuilder(PlacedOperation placed, OperationSelection selection, TypeBuilder types, Lookups? lookups)
    {
        _placed = placed;
        _selection = selection;
        _types = types;
        _lookups = lookups;
        _names = new NameScope(Triggers.IsPolled(placed) ? ReservedNames.PollLocals : ReservedNames.MethodLocals, StringComparer.Ordinal);
        _operation = Identifiers.Pascal(placed.Operation.OperationId!);
        IOpenApiParameter[] own =
        [
            .. InNamingOrder([
                .. placed.Parameters.Where(parameter =>
                    parameter.In != ParameterLocation.Path || selection.FindConnectionProperty(parameter.Name!) is null
                ),
            ]),
        ];
        BodyBuilder body = new(placed, types, _names, _operation);
        foreach (IOpenApiParameter parameter in own.Where(static parameter => GivenName(parameter) is not null))
        {
            Name(_names, GivenName(parameter), parameter.Name!, ModelPlaceOf(parameter));
        }

        body.TakeGivenNames();
        foreach (IOpenApiParameter parameter in own)
        {
            int position = placed.Json.PositionOf(PlaceOf(parameter), parameter.Name!);
            _parameters.AddRange(Build(parameter).Select(built => (built, position)));
        }

        foreach (ParameterModel part in body.Build())
        {
            bool isField = part.Place is ParameterPlace.Field or ParameterPlace.Part;
            _parameters.Add((part, isField ? placed.Json.PositionOf("formData", part.WireName) : -1));
        }
    }

    /// <summary>
    /// Required before optional, and of each the advanced ones last. Of the required ones path, query, header, body; of the optional ones the body first, and then
    /// as in the document: what is added to the end there takes nobody's place here.
    /// </summary>
    public IEnumerable<ParameterModel> InSignatureOrder() =>
        _parameters
            .OrderBy(static parameter => parameter.Model.IsRequired ? 0 : 1)
            .ThenBy(static parameter => parameter.Model.IsAdvanced ? 1 : 0)
            .ThenBy(static parameter => parameter.Model.IsRequired ? (int)parameter.Model.Place : 0)
            .ThenBy(static parameter => parameter.Position)
            .Select(static parameter => parameter.Model);

    public IEnumerable<PathPart> SplitPath()
    {
        string path = _placed.Path;
        int position = 0;
        foreach (Match match in UndeclaredParameters.Placeholder.Matches(path))
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

    private IReadOnlyList<ParameterModel> Build(IOpenApiParameter parameter)
    {
        ParameterPlace place = ModelPlaceOf(parameter);
        bool isRequired = parameter.Required || place == ParameterPlace.Path;
        string? visibility = DocTexts.Text(parameter.Extensions, OperationSelection.VisibilityKey);
        JsonNode? value = parameter.Schema?.Default;
        JsonObject? json = _placed.Json.Find(place.ToString().ToLowerInvariant(), parameter.Name!);
        bool mayRepeat = place == ParameterPlace.Query;
        IReadOnlyList<string> constants = visibility == "internal" ? Constants.Of(value, json, mayRepeat) : [];
        if (visibility == "internal" && !isRequired && constants.Count == 0 && !NotificationBuilder.IsUrl(parameter.Extensions))
        {
            return [];
        }

        TypeRef type =
            constants.Count > 0
                ? new TypeRef(ValueKind.String)
                : ParameterTypes.Of(
                    ParameterTypes.SchemaOf(parameter),
                    _types,
                    _operation + Identifiers.Pascal(parameter.Name!),
                    $"{_operation}/{parameter.Name}"
                );
        type = ParameterTypes.AsSent(
            type,
            DocTexts.IsSecret(parameter.Extensions),
            isTwiceEncoded: DocTexts.Text(parameter.Extensions, EncodingKey) == "double"
        );
        ParameterModel model = new(
            place == ParameterPlace.Header ? parameter.Name!.Trim() : parameter.Name!,
            constants.Count == 0 ? Name(_names, GivenName(parameter), parameter.Name!, place) : "",
            place,
            type,
            isRequired,
            DocTexts.IsSecret(parameter.Extensions),
            DocTexts.OfParameter(parameter, _lookups?.MethodFor(parameter.Extensions), isRequired ? null : ParameterTypes.TextOf(value)),
            visibility == "advanced",
            ParameterTypes.FormOf(type, json, mayRepeat)
        );
        return [.. Constants.Apply(model, constants)];
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

        // That there is one was seen to when the operations were gathered.
        ParameterModel parameter = _parameters
            .Find(parameter => parameter.Model.Place == ParameterPlace.Path && parameter.Model.WireName == name)
            .Model;
        IOpenApiParameter declared = _placed.Parameters.First(declared => declared.In == ParameterLocation.Path && declared.Name == name);
        bool isTwice =
            (parameter.Type.Kind == ValueKind.String || parameter.Type.IsEnum)
            && DocTexts.Text(declared.Extensions, EncodingKey) == "double";
        if (parameter.Constant is { } constant)
        {
            string escaped = Uri.EscapeDataString(constant);
            return new PathPart(isTwice ? Uri.EscapeDataString(escaped) : escaped);
        }

        string value = parameter.Type.IsEnum ? $"{parameter.Name}.ToString()" : parameter.Name;
        return new PathPart(name, parameter.Name.TrimStart('@'), value, parameter.IsSecret, isTwice, parameter.ListForm);
    }

    // A name can stand once in each place. What stands behind another in another place says which is its own.
    internal static string Name(NameScope names, string? given, string wireName, ParameterPlace place)
    {
        string name = Identifiers.Camel(given ?? wireName);
        string element = $"{place} {wireName}";
        bool isElsewhere = names.FindOwner(name) is { } owner && !owner.StartsWith($"{place} ", StringComparison.Ordinal);
        string placed = $"{name}{place}";
        return ReservedNames.Escape(names.Take(isElsewhere && names.IsFree(placed, element) ? placed : name, element, "Value"));
    }

    // Those that stand once or first, so that none of them depends on where else there is one of its name.
    private static IEnumerable<IOpenApiParameter> InNamingOrder(IReadOnlyList<IOpenApiParameter> parameters)
    {
        List<string> names = [.. Identifiers.PlainFirst(parameters.Select(static parameter => parameter.Name!).Distinct())];
        return parameters
            .GroupBy(static parameter => parameter.Name!, StringComparer.Ordinal)
            .SelectMany(static same => same.Select(static (parameter, index) => (Parameter: parameter, Turn: index == 0 ? 0 : 1)))
            .OrderBy(static one => one.Turn)
            .ThenBy(one => names.IndexOf(one.Parameter.Name!))
            .Select(static one => one.Parameter);
    }

    private static string? GivenName(IOpenApiParameter parameter) => DocTexts.Text(parameter.Extensions, Extensions.ClientName);

    private static ParameterPlace ModelPlaceOf(IOpenApiParameter parameter) =>
        parameter.In switch
        {
            ParameterLocation.Path => ParameterPlace.Path,
            ParameterLocation.Header => ParameterPlace.Header,
            _ => ParameterPlace.Query,
        };

    private static string PlaceOf(IOpenApiParameter parameter) => $"{parameter.In}".ToLowerInvariant();
}
