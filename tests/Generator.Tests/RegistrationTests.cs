using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>What consumers get that reference Microsoft.Extensions.Http, and nobody else.</summary>
public sealed class RegistrationTests
{
    private const string Settings = "PowerAutomateManagement.PowerAutomateManagementClientSettings.g.cs";
    private const string Extensions = "PowerAutomateManagement.PowerAutomateManagementClientServiceCollectionExtensions.g.cs";

    private static readonly InputFile[] FlowManagement =
    [
        new InputFile("/specs/flowmanagement.swagger.json", Documents.FlowManagement),
        new InputFile("/specs/flowmanagement.overlay.json", Documents.FlowManagementOverlay),
    ];

    [Fact]
    public void A_client_is_registered_with_a_service_collection()
    {
        Generation generation = Generation.Of([.. FlowManagement], "", hasHttpClientFactory: true).AssertGood();

        Snapshot.Verify("Registration", Registrations(generation));
    }

    [Fact]
    public void A_document_with_a_host_needs_no_endpoint()
    {
        string document = Documents
            .WithThing("")
            .Replace("\"paths\"", "\"host\": \"api.contoso.example\", \"paths\"", StringComparison.Ordinal);
        Generation generation = Generation.Of([new InputFile(Documents.Path, document)], "", hasHttpClientFactory: true).AssertGood();

        Snapshot.Verify("RegistrationWithHost", Registrations(generation));
    }

    [Theory]
    [InlineData("RegistrationWithKey", """{ "k": { "type": "apiKey", "in": "header", "name": "X-Key" } }""", """ "k": [] """)]
    [InlineData("RegistrationWithLogin", """{ "k": { "type": "basic" } }""", """ "k": [] """)]
    [InlineData(
        "RegistrationWithKeys",
        """{ "k": { "type": "apiKey", "in": "query", "name": "k" }, "credential": { "type": "apiKey", "in": "query", "name": "c" }, "t": { "type": "oauth2" } }""",
        """ "k": [], "credential": [], "t": [] """
    )]
    public void Keys_are_settings_too(string snapshot, string definitions, string requirement)
    {
        string document = Documents.With(
            Documents.Get("GetThing"),
            more: $$""" "securityDefinitions": {{definitions}}, "security": [ { {{requirement}} } ] """
        );
        Generation generation = Generation.Of([new InputFile(Documents.Path, document)], "", hasHttpClientFactory: true).AssertGood();

        Snapshot.Verify(snapshot, Registrations(generation));
    }

    [Fact]
    public void Without_the_package_there_is_none() =>
        Assert.DoesNotContain(Generation.Of(FlowManagement).AssertGood().Sources.Keys, static name => name is Settings or Extensions);

    [Fact]
    public void Adding_the_package_makes_nothing_else_anew()
    {
        Generation before = Generation.Of(FlowManagement);
        Generation after = before.WithHttpClientFactory().AssertGood();

        Assert.Equal([Extensions, Settings], after.Sources.Keys.Except(before.Sources.Keys).Order(StringComparer.Ordinal));
        Assert.All(before.Sources, source => Assert.Equal(source.Value, after.Sources[source.Key]));
        Assert.All(
            after.Result.TrackedSteps[TrackingNames.Clients].SelectMany(static step => step.Outputs),
            static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)
        );
    }

    [Fact]
    public void Other_code_registers_nothing_anew()
    {
        Generation first = Generation.Of([.. FlowManagement], "", hasHttpClientFactory: true);
        Generation second = first.WithCode("namespace Consumer; public class Unrelated;");

        Assert.All(
            second.Result.TrackedSteps[TrackingNames.Registrations].SelectMany(static step => step.Outputs),
            static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)
        );
    }

    [Fact]
    public void Models_and_connection_parameters_make_way()
    {
        string document = """
            { "swagger": "2.0", "info": { "title": "Contoso", "version": "1" }, "paths": { "/{endpoint}/{options}/{credential}/things": { "get": {
              "operationId": "GetThing", "responses": { "200": { "description": "ok", "schema": { "$ref": "#/definitions/ContosoClientSettings" } } },
              "parameters": [
                { "name": "endpoint", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" },
                { "name": "options", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" },
                { "name": "credential", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" } ] } } },
              "definitions": {
                "ContosoClientSettings": { "type": "object", "properties": { "a": { "type": "string" } } },
                "ContosoClientServiceCollectionExtensions": { "type": "object", "properties": { "a": { "type": "string" } } } } }
            """;

        Generation.Of([new InputFile(Documents.Path, document)], "", hasHttpClientFactory: true).AssertGood();
    }

    private static Dictionary<string, string> Registrations(Generation generation) =>
        generation
            .Sources.Where(static source =>
                source.Key.EndsWith("Settings.g.cs", StringComparison.Ordinal)
                || source.Key.EndsWith("Extensions.g.cs", StringComparison.Ordinal)
            )
            .ToDictionary(static source => source.Key, static source => source.Value);
}
