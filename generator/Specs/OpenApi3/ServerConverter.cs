using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Converts the servers to one endpoint: the first that is called over https, or the first. Variables have their defaults.</summary>
internal sealed class ServerConverter(ConversionSource source)
{
    private const string Member = "servers";

    private static readonly Regex Variable = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    public void Convert(JsonObject converted)
    {
        Part[] servers = [.. source.Document.Items(Member)];
        Part? server = servers.FirstOrDefault(static server => Begins(server.Text("url"), "https:")) ?? servers.FirstOrDefault();
        if (server?.Text("url") is not { } template || Fill(server, template) is not { } url)
        {
            return;
        }

        int start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            Add(converted, server, "basePath", JsonValue.Create(Path(url)));
            return;
        }

        string scheme = url.Substring(0, start);
        string rest = url.Substring(start + 3);
        int path = rest.IndexOf('/');
        Add(converted, server, "host", JsonValue.Create(path < 0 ? rest : rest.Substring(0, path)));
        Add(converted, server, "basePath", JsonValue.Create(path < 0 ? "" : Path(rest.Substring(path))));
        Add(converted, server, "schemes", new JsonArray(JsonValue.Create(scheme.ToLowerInvariant())));
    }

    /// <summary>Says where a path or an operation asks for servers of its own.</summary>
    public void Report(Part owner)
    {
        if (owner.Json[Member] is JsonArray { Count: > 0 } own && !JsonNode.DeepEquals(own, source.Document.Json[Member]))
        {
            source.NotSupported(owner, [Member], Member, "the client has one endpoint, and sends this there too");
        }
    }

    private string? Fill(Part server, string template)
    {
        Part? variables = server.Object("variables");
        string[] missing =
        [
            .. Variable
                .Matches(template)
                .Cast<Match>()
                .Select(static match => match.Groups[1].Value)
                .Where(name => Default(variables, name) is null),
        ];
        if (missing.Length > 0)
        {
            source.NotSupported(
                server,
                ["url"],
                template,
                $"the variable '{missing[0]}' has no default, so the client has no constructor without an endpoint"
            );
            return null;
        }

        return Variable.Replace(template, match => Default(variables, match.Groups[1].Value)!);
    }

    private void Add(JsonObject converted, Part server, string name, JsonNode value)
    {
        converted[name] = value;
        source.Origins.Add(value, server.Place("url"));
    }

    private static string? Default(Part? variables, string name) => variables?.Object(name)?.Json["default"]?.ToString();

    private static string Path(string text)
    {
        int end = text.IndexOfAny(['?', '#']);
        return end < 0 ? text : text.Substring(0, end);
    }

    private static bool Begins(string? text, string start) => text?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true;
}
