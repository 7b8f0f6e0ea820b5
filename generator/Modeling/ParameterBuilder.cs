using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Builds the parameters of one operation, and its path in pieces.</summary>
internal sealed class ParameterBuilder
{
    private const string EncodingKey = "x-ms-url-encoding";

    private readonly PlacedOperation _placed;
    private readonly OperationSelection _selection;
    private readonly TypeBuilder _types;
    private readonly Lookups? _lookups;
    private readonly NameScope _names;
    private readonly List<ParameterModel> _parameters = [];
    private readonly string _operation;

    public ParameterBuilder(
        PlacedOperation placed,
        OperationSelection selection,
        TypeBuilder types,
        Lookups? lookups,
        SpecFile file,
        FindingList findings
    )
    {
        _placed = placed;
        _selection = selection;
        _types = types;
        _lookups = lookups;
        _names = new NameScope(Triggers.IsPolled(placed) ? ReservedNames.PollLocals : ReservedNames.MethodLocals, StringComparer.Ordinal);
        _operation = Identifiers.Pascal(placed.Operation.OperationId!);
        List<IOpenApiParameter> own =
        [
            .. placed.Parameters.Where(parameter =>
                parameter.In != ParameterLocation.Path || selection.FindConnectionProperty(parameter.Name!) is null
            ),
        ];
        ParameterModel?[] built = new ParameterModel?[own.Count];
        foreach (string name in Identifiers.PlainFirst(own.Select(static parameter => parameter.Name!).Distinct()))
        {
            for (int i = 0; i < built.Length; i++)
            {
                built[i] ??= own[i].Name == name ? Build(own[i], file, findings) : null;
            }
        }

        _parameters.AddRange(built.OfType<ParameterModel>());
        BodyBuilder body = new(placed, types, _names, _operation);
        _parameters.AddRange(body.Build());
    }

    /// <summary>Required before optional, advanced last of each; otherwise path, query, header, body.</summary>
    public IEnumerable<ParameterModel> InSignatureOrder() =>
        _parameters
            .OrderBy(static parameter => parameter.IsRequired ? 0 : 1)
            .ThenBy(static parameter => parameter.IsAdvanced ? 1 : 0)
            .ThenBy(static parameter => parameter.Place);

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

    private ParameterModel? Build(IOpenApiParameter parameter, SpecFile file, FindingList findings)
    {
        if (parameter.In == ParameterLocation.Header && HeaderParameters.WhyNot(parameter.Name!.Trim()) is { } reason)
        {
            string[] pointer = ["paths", _placed.Path, _placed.Verb.ToLowerInvariant(), "parameters"];
            findings.AddAt(Descriptors.NotSupported, file, pointer, parameter.Name!, reason);
            return null;
        }

        ParameterPlace place = parameter.In switch
        {
            ParameterLocation.Path => ParameterPlace.Path,
            ParameterLocation.Header => ParameterPlace.Header,
            _ => ParameterPlace.Query,
        };
        bool isRequired = parameter.Required || place == ParameterPlace.Path;
        string? visibility = DocTexts.Text(parameter.Extensions, OperationSelection.VisibilityKey);
        JsonNode? value = parameter.Schema?.Default;
        string? constant = visibility == "internal" ? ParameterTypes.TextOf(value) : null;
        if (visibility == "internal" && !isRequired && constant is null && !NotificationBuilder.IsUrl(parameter.Extensions))
        {
            return null;
        }

        TypeRef type = constant is not null
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
        JsonObject? json = _placed.Json.Find(place.ToString().ToLowerInvariant(), parameter.Name!);
        return new ParameterModel(
            place == ParameterPlace.Header ? parameter.Name!.Trim() : parameter.Name!,
            constant is null ? Name(_names, parameter.Name!, place) : "",
            place,
            type,
            isRequired,
            DocTexts.IsSecret(parameter.Extensions),
            DocTexts.OfParameter(parameter, _lookups?.MethodFor(parameter.Extensions), isRequired ? null : ParameterTypes.TextOf(value)),
            visibility == "advanced",
            ParameterTypes.FormOf(type, json, mayRepeat: place == ParameterPlace.Query),
            constant
        );
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
        ParameterModel parameter = _parameters.Find(parameter => parameter.Place == ParameterPlace.Path && parameter.WireName == name);
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

    // A name can stand once in each place.
    internal static string Name(NameScope names, string wireName, ParameterPlace place) =>
        ReservedNames.Escape(names.Take(Identifiers.Camel(wireName), $"{place} {wireName}", "Value"));
}
