using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits the client's constructors: with and without an endpoint for what the document asks for, and with a token for connections behind a gateway.</summary>
internal static class ConstructorEmitter
{
    private const string Options = "global::PowerConnectors.ConnectorClientOptions";
    private const string Endpoint = "global::System.Uri";

    public static void Emit(SourceWriter writer, ClientModel client)
    {
        Emit(writer, client, client.Security.Credentials, endpoint: null, "");
        if (client.Endpoint is { } endpoint)
        {
            Emit(writer, client, client.Security.Credentials, endpoint, $" of {CSharpText.XmlLine(endpoint)}");
        }

        if (!client.Security.IsTokenOnly)
        {
            Emit(writer, client, SecurityModel.TokenOnly, endpoint: null, " that calls through a connection's gateway, with a token alone");
        }
    }

    private static void Emit(
        SourceWriter writer,
        ClientModel client,
        EquatableArray<CredentialModel> credentials,
        string? endpoint,
        string of
    )
    {
        writer.Line($"/// <summary>Makes a client{of}.</summary>");
        if (endpoint is null)
        {
            writer.Line(
                "/// <param name=\"endpoint\">Where the connector is reached: https, up to and including the base path, without the parameters that follow.</param>"
            );
        }

        foreach (ClientParameterModel parameter in client.Parameters)
        {
            writer.Parameter(parameter.Name, parameter.Doc);
        }

        foreach (CredentialModel credential in credentials)
        {
            writer.Parameter(credential.Name, credential.Doc);
        }

        writer.Line("/// <param name=\"options\">How to call; null for the defaults.</param>");
        writer.Line(
            "/// <exception cref=\"global::System.ArgumentException\">An argument or option is impossible; the message says which and why.</exception>"
        );
        string[] parameters =
        [
            .. endpoint is null ? (string[])[$"{Endpoint} endpoint"] : [],
            .. client.Parameters.Select(static parameter => $"string {parameter.Name}"),
            .. credentials.Select(static credential => $"{CredentialText.Type(credential.Kind)} {credential.Name}"),
            $"{Options}? options = null",
        ];
        string target = endpoint is null ? "endpoint" : $"new {Endpoint}({CSharpText.Literal(endpoint)})";
        string connectionId = string.Join(" + \"/\" + ", client.Parameters.Select(static parameter => $"RequireText({parameter.Name})"));
        bool isTokenOnly = credentials.Count == 1 && credentials[0].Kind == CredentialKind.Token;
        string[] arguments =
        [
            target,
            isTokenOnly ? "credential" : $"[{string.Join(", ", credentials.Select(CredentialText.Expression))}]",
            "options",
            "s_description",
            connectionId.Length == 0 ? "\"\"" : connectionId,
        ];
        writer.Line($"public {client.Name}({string.Join(", ", parameters)})");
        using (writer.Block($"    : base({string.Join(", ", arguments)})"))
        {
            foreach (ClientParameterModel parameter in client.Parameters)
            {
                writer.Line($"{parameter.PropertyName} = {parameter.Name};");
            }
        }

        writer.Line();
    }
}
