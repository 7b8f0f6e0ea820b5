using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits the client: one file with its constructors, and one per tag with the operations.</summary>
internal static class ClientEmitter
{
    private const string Description = "global::PowerConnectors.ConnectorDescription";
    private const string Dictionary = "global::System.Collections.Generic.Dictionary<string, string>";

    /// <summary>The clients of those connectors of which more than models is wanted.</summary>
    public static IncrementalValuesProvider<ClientModel> Clients(this IncrementalValuesProvider<ConnectorModel> connectors) =>
        connectors.Where(static connector => connector.Client is not null).Select(static (connector, _) => connector.Client!);

    public static void EmitClients(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ConnectorModel> connectors
    )
    {
        context.RegisterSourceOutput(
            connectors.Clients().WithTrackingName(TrackingNames.Clients),
            static (output, client) => output.AddSource(FileLayout.HintName($"{client.Namespace}.{client.Name}"), Emit(client))
        );
        context.RegisterSourceOutput(
            connectors
                .SelectMany(static (connector, _) => FileLayout.OfOperations(connector.Groups))
                .WithTrackingName(TrackingNames.Operations),
            static (output, group) =>
                output.AddSource(FileLayout.HintName($"{group.Namespace}.{group.ClientName}.{group.Name}"), OperationEmitter.Emit(group))
        );
    }

    private static SourceText Emit(ClientModel client)
    {
        SourceWriter writer = new();
        writer.Line($"namespace {client.Namespace};");
        writer.Line();
        writer.Doc(client.Doc);
        using (writer.Block($"{TypeText.Access(client.IsInternal)} partial class {client.Name} : global::PowerConnectors.ConnectorClient"))
        {
            EmitDescription(writer, client);
            ConstructorEmitter.Emit(writer, client);
            writer.Line("/// <summary>For mocking: a client whose methods a test overrides.</summary>");
            using (writer.Block($"protected {client.Name}()"))
            {
                foreach (ClientParameterModel parameter in client.Parameters)
                {
                    writer.Line($"{parameter.PropertyName} = \"\";");
                }
            }

            foreach (ClientParameterModel parameter in client.Parameters)
            {
                writer.Line();
                writer.Doc(parameter.Doc);
                writer.Line($"public string {parameter.PropertyName} {{ get; }}");
            }
        }

        return writer.ToSourceText();
    }

    private static void EmitDescription(SourceWriter writer, ClientModel client)
    {
        string scopes = string.Join(", ", client.Security.Scopes.Select(CSharpText.Literal));
        string hosts = string.Join(", ", client.Security.ScopeHosts.Select(CSharpText.Literal));
        string limits = string.Join(", ", client.Limits.Select(Limit));
        string secrets = string.Join(", ", client.SecretNames.Select(CSharpText.Literal));
        writer.Lines(
            $$"""
            private static readonly {{Description}} s_description = new({{CSharpText.Literal(client.ConnectorName)}}, {{CSharpText.Literal(
                client.Version
            )}})
            {
                Scopes = [{{scopes}}],
                ScopeHosts = [{{hosts}}],
                Limits = [{{limits}}],
                SecretNames = [{{secrets}}],
                ErrorHints = {{Hints(client)}},
            };

            /// <summary>How often the document says that one connection may be called; empty if it does not say. What a client keeps unless its options say otherwise.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<global::PowerConnectors.ConnectorLimit> DocumentLimits => s_description.Limits;

            """
        );
    }

    private static string Hints(ClientModel client)
    {
        IEnumerable<string> hints = client.ErrorHints.Select(static hint =>
            $"        [{CSharpText.Literal(hint.Code)}] = {CSharpText.Literal(hint.Sentence)},\n"
        );
        return client.ErrorHints.Count == 0 ? $"new {Dictionary}()" : $"new {Dictionary}\n    {{\n{string.Concat(hints)}    }}";
    }

    private static string Limit(LimitModel limit)
    {
        string except = string.Join(", ", limit.ExceptMethods.Select(CSharpText.Literal));
        string members = except.Length == 0 ? "" : $" {{ ExceptMethods = [{except}] }}";
        return string.Format(
            CultureInfo.InvariantCulture,
            "new({0}, global::System.TimeSpan.FromSeconds({1})){2}",
            limit.Calls,
            limit.Seconds,
            members
        );
    }
}
