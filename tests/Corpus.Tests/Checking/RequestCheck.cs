using System.Text.Json.Nodes;
using PowerConnectors.Corpus.Tests.Calling;
using PowerConnectors.Corpus.Tests.Documents;

namespace PowerConnectors.Corpus.Tests.Checking;

/// <summary>Compares a request with what the document says about its operation.</summary>
internal sealed class RequestCheck(ConnectorDocument document, DocumentOperation operation, Call call)
{
    // Whoever sends HTTP decides on these: the client authenticates and says what it sends and takes.
    private static readonly HashSet<string> s_ownHeaders = new(
        ["Accept", "Content-Type", "Authorization"],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly RecordedRequest _request = call.Request!;
    private readonly IReadOnlyList<JsonObject> _parameters = document.Parameters(operation);

    public IEnumerable<string> Problems() =>
        Verb().Concat(Path()).Concat(Query()).Concat(Headers()).Concat(Body()).Select(problem => $"{operation.Name}: {problem}");

    private IEnumerable<string> Verb()
    {
        if (_request.Method != operation.Verb)
        {
            yield return $"{_request.Method} in place of {operation.Verb}";
        }
    }

    private IEnumerable<string> Path()
    {
        PathTemplate template = new(CalledClient.BasePath + operation.Path);
        if (template.Match(_request.Path) is not { } values)
        {
            yield return $"the path {_request.Path} is not {template.Text}";
            yield break;
        }

        foreach (JsonObject parameter in In("path"))
        {
            string name = parameter["name"]!.ToString();
            string? value = values.GetValueOrDefault(name);
            if (value is not null && parameter["x-ms-url-encoding"]?.ToString() == "double")
            {
                value = Uri.UnescapeDataString(value);
            }

            foreach (string problem in new ParameterCheck(parameter, call.Arguments).Problems(value is null ? [] : [value]))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> Query()
    {
        ILookup<string, string> sent = _request.Query.ToLookup(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        List<JsonObject> declared = [.. In("query")];
        return declared
            .SelectMany(parameter => new ParameterCheck(parameter, call.Arguments).Problems([.. sent[parameter["name"]!.ToString()]]))
            .Concat(
                sent.Select(static values => values.Key)
                    .Except(declared.Select(static parameter => parameter["name"]!.ToString()))
                    .Except(QueryKeys())
                    .Select(static name => $"the query has '{name}', which is not declared")
            );
    }

    private IEnumerable<string> Headers() =>
        In("header")
            .Where(static parameter => !s_ownHeaders.Contains(parameter["name"]!.ToString()))
            .SelectMany(parameter =>
                new ParameterCheck(parameter, call.Arguments).Problems(
                    _request.Headers.TryGetValue(parameter["name"]!.ToString().Trim(), out string? value) ? [value] : []
                )
            );

    private IEnumerable<string> Body()
    {
        IReadOnlyList<string> consumes = document.MediaTypes(operation, "consumes");
        if (consumes.Count > 0)
        {
            consumes = [.. consumes, .. ContentTypes()];
        }

        if (In("body").FirstOrDefault() is { } body)
        {
            return new BodyCheck(document, consumes).Problems(body, _request);
        }

        List<JsonObject> fields = [.. In("formData")];
        return fields.Count > 0 ? new FormCheck(fields, consumes, call.Arguments).Problems(_request)
            : _request.Body is { Length: > 0 } ? ["a body was sent, and none is declared"]
            : [];
    }

    // What a parameter for the header of that name says overrides the list: its default, or what the caller passed.
    private IEnumerable<string> ContentTypes() =>
        In("header")
            .Where(static parameter => string.Equals(parameter["name"]?.ToString(), "Content-Type", StringComparison.OrdinalIgnoreCase))
            .SelectMany(parameter => (parameter["enum"] as JsonArray ?? []).Append(parameter["default"]).OfType<JsonNode>())
            .Select(static type => type.ToString())
            .Concat(call.Arguments.Where(static argument => argument.Name == "contentType").Select(static argument => $"{argument.Value}"));

    // Keys can stand in the query.
    private IEnumerable<string> QueryKeys() =>
        (document.Json["securityDefinitions"] as JsonObject ?? [])
            .Select(static scheme => scheme.Value)
            .Where(static scheme => scheme?["in"]?.ToString() == "query")
            .Select(static scheme => $"{scheme!["name"]}");

    private IEnumerable<JsonObject> In(string place) => _parameters.Where(parameter => parameter["in"]?.ToString() == place);
}
