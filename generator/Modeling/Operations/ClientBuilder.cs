using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Security;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;
using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>Builds what all operations of a client share: endpoint, credentials, and the parameters that are given once.</summary>
internal static class ClientBuilder
{
    public static ClientModel Build(
        ConnectorNames names,
        SpecFile file,
        SpecDocument document,
        FindingList findings,
        OperationSelection operations,
        IReadOnlyList<LimitModel> limits
    )
    {
        string[] own = ["endpoint", "credential", "options"];
        NameScope scope = new(own, StringComparer.Ordinal);
        string NameOf(IOpenApiParameter parameter) =>
            scope.Take(
                Identifiers.Camel(DocTexts.Text(parameter.Extensions, Extensions.ClientName) ?? parameter.Name!),
                parameter.Name!,
                "Value"
            );

        foreach (
            IOpenApiParameter given in operations.ConnectionParameters.Where(static parameter =>
                parameter.Extensions?.ContainsKey(Extensions.ClientName) == true
            )
        )
        {
            NameOf(given);
        }

        EquatableArray<ClientParameterModel> parameters = operations
            .ConnectionParameters.Select(parameter => new ClientParameterModel(
                ReservedNames.Escape(NameOf(parameter)),
                operations.FindConnectionProperty(parameter.Name!)!,
                DocTexts.OfParameter(parameter, seeMethod: null)
            ))
            .ToEquatableArray();
        NameScope arguments = new(
            [.. own, .. parameters.Select(static parameter => parameter.Name.TrimStart('@'))],
            StringComparer.Ordinal
        );
        NameScope settings = new(
            [
                $"{names.ClientName}Settings",
                .. ReservedNames.SettingsMembers,
                .. ReservedNames.ModelMembers,
                .. operations.ConnectionProperties,
            ],
            StringComparer.Ordinal
        );
        SecurityChoice security = new SecurityReader(file, document.Json, findings).Read(operations);
        string title = document.OpenApi.Info.Title ?? names.ConnectorName;
        return new ClientModel(
            names.Namespace,
            names.ClientName,
            names.ConnectorName,
            document.OpenApi.Info.Version ?? "",
            new CredentialBuilder(arguments, settings).Build(security),
            limits.ToEquatableArray(),
            HintReader.Read(file, document, findings).ToEquatableArray(),
            document.SecretNames.ToEquatableArray(),
            Endpoint(file, document.Json, findings),
            parameters,
            new DocModel(
                DocTexts.Paragraphs($"The client of the {title} connector.", document.OpenApi.Info.Description),
                limits.Select(static limit => $"The service allows each connection {limit.Describe()}.").ToEquatableArray()
            )
        );
    }

    private static string? Endpoint(SpecFile file, JsonObject document, FindingList findings)
    {
        if (document["host"]?.ToString() is not { Length: > 0 } host)
        {
            return null;
        }

        if (
            !Uri.TryCreate($"https://{host}", UriKind.Absolute, out Uri? address)
            || !string.Equals(address.Authority, host, StringComparison.OrdinalIgnoreCase)
        )
        {
            findings.AddAt(Descriptors.InvalidHost, file, ["host"], host);
            return null;
        }

        // Credentials are only sent over https, so a document that also offers http is taken at its word for the better one.
        bool onlyHttp =
            document["schemes"] is JsonArray schemes && schemes.Count > 0 && schemes.All(static scheme => scheme?.ToString() == "http");
        if (onlyHttp && !address.IsLoopback)
        {
            findings.AddAt(
                Descriptors.NotSupported,
                file,
                ["schemes"],
                "schemes",
                "credentials are sent over https only, so the client has no constructor without an endpoint"
            );
            return null;
        }

        string path = document["basePath"]?.ToString().Trim('/') ?? "";
        if (path.IndexOfAny(['{', '}', '?', '#']) >= 0)
        {
            findings.AddAt(
                Descriptors.NotSupported,
                file,
                ["basePath"],
                "basePath",
                "it holds a placeholder, a '?' or a '#', so the client has no constructor without an endpoint"
            );
            return null;
        }

        return $"{(onlyHttp ? "http" : "https")}://{host}/{path}".TrimEnd('/');
    }
}
