using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits what registers the client with a service collection, for consumers that reference Microsoft.Extensions.Http.</summary>
internal static class RegistrationEmitter
{
    private const string Injection = "global::Microsoft.Extensions.DependencyInjection";
    private const string Extensions = $"{Injection}.Extensions.ServiceCollectionDescriptorExtensions";
    private const string HttpBuilders = $"{Injection}.HttpClientBuilderExtensions";
    private const string Options = "global::Microsoft.Extensions.Options";
    private const string Hosting = "global::PowerConnectors.Hosting.ConnectorHosting";
    private const string Credential = "global::Azure.Core.TokenCredential";

    public static void EmitRegistrations(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ConnectorModel> connectors
    )
    {
        IncrementalValueProvider<References> references = context
            .CompilationProvider.Select(static (compilation, _) => References.Of(compilation))
            .WithTrackingName(TrackingNames.References);
        IncrementalValuesProvider<ClientModel> clients = connectors
            .Clients()
            .Combine(references)
            .Where(static pair => pair.Right.HasHttpClientFactory)
            .Select(static (pair, _) => pair.Left)
            .WithTrackingName(TrackingNames.Registrations);
        context.RegisterSourceOutput(
            clients,
            static (output, client) =>
            {
                output.AddSource(FileLayout.HintName($"{client.Namespace}.{client.Name}Settings"), EmitSettings(client));
                output.AddSource(
                    FileLayout.HintName($"{client.Namespace}.{client.Name}ServiceCollectionExtensions"),
                    EmitExtensions(client)
                );
            }
        );
    }

    private static SourceText EmitSettings(ClientModel client)
    {
        SourceWriter writer = new();
        writer.Lines(
            $$"""
            namespace {{client.Namespace}};

            /// <summary>What a service collection makes a <see cref="{{client.Name}}"/> of.</summary>
            """
        );
        using (writer.Block($"{TypeText.Access(client.IsInternal)} sealed class {client.Name}Settings"))
        {
            string endpoint = client.Endpoint is null ? "" : $" = new global::System.Uri({CSharpText.Literal(client.Endpoint)});";
            string fallback = client.Endpoint is null ? "Required." : $"Default: {CSharpText.XmlLine(client.Endpoint)}.";
            writer.Lines(
                $$"""
                /// <summary>Where the connector is reached: https, up to and including the base path, without the parameters that follow. {{fallback}}</summary>
                public global::System.Uri? Endpoint { get; set; }{{endpoint}}

                """
            );
            foreach (ClientParameterModel parameter in client.Parameters)
            {
                writer.Doc(parameter.Doc);
                writer.Line($"public string? {parameter.PropertyName} {{ get; set; }}");
                writer.Line();
            }

            foreach (CredentialModel key in Keys(client))
            {
                writer.Doc(key.Doc);
                writer.Line($"public {CredentialText.Type(key.Kind)}? {key.SettingName} {{ get; set; }}");
                writer.Line();
            }

            string use = client.Security.IsTokenOnly ? "" : ", where the client is to use some";
            string fallbackCredential = client.Security.IsNone
                ? "none: the document asks for no credential."
                : $"the <see cref=\"{Credential}\"/> of the service collection.";
            writer.Lines(
                $$"""
                /// <summary>Gets the tokens{{use}}. Default: {{fallbackCredential}}</summary>
                public {{Credential}}? Credential { get; set; }

                /// <summary>How to call. Without an HTTP client of their own, the one that the service collection configures is used.</summary>
                public global::PowerConnectors.ConnectorClientOptions Options { get; } = new();
                """
            );
        }

        return writer.ToSourceText();
    }

    private static SourceText EmitExtensions(ClientModel client)
    {
        string settings = $"{client.Name}Settings";
        string http = CSharpText.Literal($"{client.Namespace}.{client.Name}");
        string configure = $"global::System.Action<{settings}>? configure = null";
        SourceWriter writer = new();
        writer.Lines(
            $$"""
            namespace {{client.Namespace}};

            /// <summary>Registers <see cref="{{client.Name}}"/> with a service collection.</summary>
            """
        );
        using (writer.Block($"{TypeText.Access(client.IsInternal)} static class {client.Name}ServiceCollectionExtensions"))
        {
            writer.Lines(
                $$"""
                /// <summary>Registers one client for the whole application. Its settings are checked when the host starts.</summary>
                /// <param name="services">The service collection.</param>
                /// <param name="configure">Fills the settings in; null where they are configured as options of type <see cref="{{settings}}"/>.</param>
                /// <returns>The builder of the HTTP client that is sent with, to which handlers can be added.</returns>
                public static {{Injection}}.IHttpClientBuilder Add{{client.Name}}(this {{Injection}}.IServiceCollection services, {{configure}})
                {
                    global::System.ArgumentNullException.ThrowIfNull(services);
                    {{Extensions}}.TryAddSingleton(services, static provider => Create(provider, {{Options}}.Options.DefaultName));
                    return AddParts(services, {{Options}}.Options.DefaultName, configure);
                }

                /// <summary>Registers a client under a key, for applications with several connections. Its settings are checked when the host starts.</summary>
                /// <param name="services">The service collection.</param>
                /// <param name="serviceKey">The key; also the name of its settings, where they are configured as options.</param>
                /// <param name="configure">Fills the settings in; null where they are configured as options of type <see cref="{{settings}}"/>.</param>
                /// <returns>The builder of the HTTP client that is sent with, to which handlers can be added.</returns>
                public static {{Injection}}.IHttpClientBuilder AddKeyed{{client.Name}}(this {{Injection}}.IServiceCollection services, string serviceKey, {{configure}})
                {
                    global::System.ArgumentNullException.ThrowIfNull(services);
                    global::System.ArgumentException.ThrowIfNullOrEmpty(serviceKey);
                    {{Extensions}}.TryAddKeyedSingleton(services, serviceKey, static (provider, key) => Create(provider, (string)key!));
                    return AddParts(services, serviceKey, configure);
                }

                private static {{Injection}}.IHttpClientBuilder AddParts({{Injection}}.IServiceCollection services, string name, global::System.Action<{{settings}}>? configure)
                {
                    {{Options}}.OptionsBuilder<{{settings}}> options = {{Injection}}.OptionsServiceCollectionExtensions.AddOptionsWithValidateOnStart<{{settings}}>(services, name);
                    if (configure is not null)
                    {
                        options.Configure(configure);
                    }

                    {{Injection}}.ServiceCollectionServiceExtensions.AddSingleton(services, new Registration(name));
                    {{Extensions}}.TryAddEnumerable(services, {{Injection}}.ServiceDescriptor.Singleton<{{Options}}.IValidateOptions<{{settings}}>, Validator>());
                    {{Injection}}.IHttpClientBuilder http = {{Injection}}.HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, HttpName(name));

                    // The handlers stay with the client, which lives as long as the application; connections are renewed by themselves.
                    {{HttpBuilders}}.SetHandlerLifetime(http, global::System.Threading.Timeout.InfiniteTimeSpan);
                    {{HttpBuilders}}.ConfigurePrimaryHttpMessageHandler(http, {{Hosting}}.CreateHandler);

                    // These would log addresses with their queries, which may hold secrets; the client logs its calls without them.
                    return {{HttpBuilders}}.RemoveAllLoggers(http);
                }

                private static string HttpName(string name) => name.Length == 0 ? {{http}} : {{http}} + ":" + name;

                private static {{client.Name}} Create(global::System.IServiceProvider provider, string name)
                {
                    {{settings}} settings = {{Injection}}.ServiceProviderServiceExtensions.GetRequiredService<{{Options}}.IOptionsMonitor<{{settings}}>>(provider).Get(name);
                    settings.Options.LoggerFactory ??= {{Injection}}.ServiceProviderServiceExtensions.GetService<global::Microsoft.Extensions.Logging.ILoggerFactory>(provider);
                    {{Hosting}}.SendThrough(settings.Options, {{Injection}}.ServiceProviderServiceExtensions.GetRequiredService<global::System.Net.Http.IHttpMessageHandlerFactory>(provider).CreateHandler(HttpName(name)));
                    return Create(provider, settings);
                }

                private static {{client.Name}} Create(global::System.IServiceProvider provider, {{settings}} settings) => {{Creation(
                    client
                )}};

                """
            );
            if (!client.Security.IsNone)
            {
                writer.Lines(
                    $$"""
                    private static {{Credential}}? FindCredential(global::System.IServiceProvider provider, {{settings}} settings) =>
                        settings.Credential ?? {{Injection}}.ServiceProviderServiceExtensions.GetService<{{Credential}}>(provider);

                    """
                );
            }

            EmitValidator(writer, client, settings);
            EmitRegistration(writer);
        }

        return writer.ToSourceText();
    }

    private static void EmitValidator(SourceWriter writer, ClientModel client, string settings)
    {
        using (
            writer.Block(
                $"private sealed class Validator(global::System.IServiceProvider provider) : {Options}.IValidateOptions<{settings}>"
            )
        )
        {
            using (writer.Block($"public {Options}.ValidateOptionsResult Validate(string? name, {settings} settings)"))
            {
                writer.Line("string? fault =");
                writer.Line($"    settings.Endpoint is null ? {NotSet(settings, "Endpoint")}");
                foreach (ClientParameterModel parameter in client.Parameters)
                {
                    writer.Line(
                        $"    : string.IsNullOrEmpty(settings.{parameter.PropertyName}) ? {NotSet(settings, parameter.PropertyName)}"
                    );
                }

                if (!client.Security.IsNone)
                {
                    writer.Line($"    : {MissingCredential(client, settings)}");
                }

                writer.Lines(
                    $$"""
                        : {{Hosting}}.FindFault(settings, Earlier(name), static given => given.Options, given => Create(provider, given));
                    return fault is null
                        ? {{Options}}.ValidateOptionsResult.Success
                        : {{Options}}.ValidateOptionsResult.Fail(string.IsNullOrEmpty(name) ? fault : name + ": " + fault);
                    """
                );
            }

            string all = $"{Injection}.ServiceProviderServiceExtensions.GetServices";
            writer.Line();
            writer.Lines(
                $$"""
                // As they are now, and not looked at themselves.
                private global::System.Collections.Generic.IEnumerable<{{settings}}> Earlier(string? name)
                {
                    {{Options}}.OptionsFactory<{{settings}}> factory = new({{all}}<{{Options}}.IConfigureOptions<{{settings}}>>(provider), {{all}}<{{Options}}.IPostConfigureOptions<{{settings}}>>(provider));
                    foreach (Registration registration in {{all}}<Registration>(provider))
                    {
                        if (registration.Name == (name ?? {{Options}}.Options.DefaultName))
                        {
                            yield break;
                        }

                        yield return factory.Create(registration.Name);
                    }
                }
                """
            );
        }
    }

    private static void EmitRegistration(SourceWriter writer)
    {
        writer.Line();
        writer.Line("// The name under which a client is registered.");
        using (writer.Block("private sealed class Registration(string name)"))
        {
            writer.Line("public string Name { get; } = name;");
        }
    }

    private static string NotSet(string settings, string property) => CSharpText.Literal($"{settings}.{property} is not set.");

    // A key that is set says that keys are wanted; the constructor then names those that are missing.
    private static string Creation(ClientModel client)
    {
        string token = New(client, ["FindCredential(provider, settings)!"]);
        return client.Security.IsTokenOnly ? token
            : client.Security.IsNone ? $"settings.Credential is {{ }} credential ? {New(client, ["credential"])} : {New(client, [])}"
            : $"{AnyKey(client)} ? {New(client, client.Security.Credentials.Select(FromSettings))} : {token}";
    }

    private static string MissingCredential(ClientModel client, string settings)
    {
        string names = string.Join(" or ", Keys(client).Select(key => $"{settings}.{key.SettingName}"));
        return client.Security.IsTokenOnly
            ? $"FindCredential(provider, settings) is null ? {CSharpText.Literal($"{settings}.Credential is not set, and no TokenCredential is registered.")}"
            : $"!({AnyKey(client)}) && FindCredential(provider, settings) is null ? {CSharpText.Literal($"Neither {names} is set nor {settings}.Credential, and no TokenCredential is registered.")}";
    }

    private static string FromSettings(CredentialModel credential) =>
        credential.Kind == CredentialKind.Token ? "FindCredential(provider, settings)!" : $"settings.{credential.SettingName}!";

    private static string AnyKey(ClientModel client) =>
        string.Join(" || ", Keys(client).Select(static key => $"settings.{key.SettingName} is not null"));

    private static IEnumerable<CredentialModel> Keys(ClientModel client) =>
        client.Security.Credentials.Where(static credential => credential.Kind != CredentialKind.Token);

    private static string New(ClientModel client, IEnumerable<string> credentials)
    {
        IEnumerable<string> parameters = client.Parameters.Select(static parameter => $"settings.{parameter.PropertyName}!");
        return $"new({string.Join(", ", ["settings.Endpoint!", .. parameters, .. credentials, "settings.Options"])})";
    }
}
