using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Whatever names a document gives, what is made of it has one name each and compiles.</summary>
public sealed class NameCollisionTests
{
    private const string Kind = """ "type": "string", "enum": ["a", "b"] """;

    [Fact]
    public void A_given_name_that_looks_like_one_with_digits_is_its_own()
    {
        // The second would get the digits that the third already has in its name.
        Generation generation = Of(Definition("Country"), Definition("country"), Definition("Other", "Country_f8cbedde")).AssertGood();

        Assert.Equal(["Country", "Country_f8cbedde", "Country_f8cbedde5f21c8ad"], TypesOf(generation));
    }

    [Fact]
    public void Two_names_with_the_same_digits_stay_two() =>
        Assert.Equal(3, TypesOf(Of(Definition("Thing"), Definition("Thing--__ -. ."), Definition("Thing-_-__._ -")).AssertGood()).Length);

    [Fact]
    public void Two_members_with_the_same_digits_stay_two() =>
        Generation
            .Of(
                Documents.WithThing(
                    """ "name": { "type": "string" }, "name-__!_!.! ": { "type": "string" }, "name- - !_-_-": { "type": "string" } """
                )
            )
            .AssertGood();

    [Fact]
    public void An_enumeration_that_names_itself_keeps_its_name()
    {
        Generation generation = Of(
                $$""" "Color": { {{Kind}}, "x-ms-enum": { "name": "Color" } } """,
                $$""" "shade": { {{Kind}}, "x-ms-enum": { "name": "Shade" } } """,
                $$"""
                "Thing": { "type": "object", "properties": {
                  "one": { "$ref": "#/definitions/Color" }, "two": { {{Kind}}, "x-ms-enum": { "name": "Color" } } } }
                """
            )
            .AssertGood();

        Assert.Equal(["Color", "Shade", "Thing"], TypesOf(generation));
        Assert.Contains("global::Contoso.Color? One ", generation.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
        Assert.Contains("global::Contoso.Color? Two ", generation.Sources["Contoso.Thing.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_given_name_is_not_taken_by_a_name_that_nobody_gave()
    {
        const string Inline = """
            "Thing": { "type": "object", "properties": {
              "state": { "type": "string", "enum": ["a"], "x-ms-enum": { "name": "State" } },
              "part": { "type": "object", "x-powerconnectors-type-name": "Part", "properties": { "id": { "type": "string" } } } } }
            """;
        Generation before = Of(Inline, Definition("Other", "Given")).AssertGood();
        Generation after = Of(Definition("State"), Definition("Part"), Definition("Given"), Inline, Definition("Other", "Given"))
            .AssertGood();

        Assert.Equal(["Given", "Part", "State", "Thing"], TypesOf(before));
        Assert.All(TypesOf(before), name => Assert.Equal(before.Sources[File(name)], after.Sources[File(name)]));
        Assert.Equal(7, TypesOf(after).Length);
    }

    [Theory]
    [InlineData("Progress")]
    [InlineData("Task")]
    [InlineData("Environment")]
    [InlineData("String")]
    [InlineData("Object")]
    [InlineData("Exception")]
    [InlineData("Uri")]
    public void A_given_name_is_kept_where_the_system_has_it_too(string name)
    {
        Generation generation = Of(
                $$""" "One": { "type": "object", "properties": { "state": { {{Kind}}, "x-ms-enum": { "name": "{{name}}" } }, "when": { "type": "string", "format": "date-time" } } } """
            )
            .AssertGood();
        Assert.Equal(["One", name], TypesOf(generation).OrderBy(static type => type != "One"));
        Assert.Equal([name], TypesOf(Of(Definition("One", name)).AssertGood()));
    }

    // The words that C# has taken for types, and some that it has not.
    [Theory]
    [InlineData("required")]
    [InlineData("file")]
    [InlineData("record")]
    [InlineData("field")]
    [InlineData("extension")]
    [InlineData("scoped")]
    [InlineData("partial")]
    [InlineData("where")]
    [InlineData("var")]
    [InlineData("dynamic")]
    [InlineData("await")]
    [InlineData("nint")]
    [InlineData("notnull")]
    [InlineData("unmanaged")]
    [InlineData("global")]
    [InlineData("yield")]
    [InlineData("item")]
    public void A_given_name_of_small_letters_is_capitalised(string name)
    {
        Generation generation = Of(
                Definition("One", name),
                $$"""
                "Two": { "type": "object", "properties": {
                  "part": { "type": "object", "x-powerconnectors-type-name": "{{name}}", "properties": { "id": { "type": "string" } } } } }
                """
            )
            .AssertGood();

        string capitalised = char.ToUpperInvariant(name[0]) + name[1..];
        Assert.Contains(TypesOf(generation), type => type == capitalised || type == $"{capitalised}Model");
        Assert.Contains(
            Generation.Of(Documents.With(Documents.Get("GetThing")), null, ("ConnectorClientName", name)).Diagnostics,
            static diagnostic => diagnostic.Id == "PCG011"
        );
    }

    [Theory]
    [InlineData("_")]
    [InlineData("__")]
    [InlineData("_1")]
    [InlineData("T")]
    [InlineData("größe")]
    [InlineData("e1")]
    [InlineData("Contoso")]
    public void Other_given_names_compile(string name)
    {
        Of(Definition("One", name)).AssertGood();
        Generation
            .Of(Documents.With(Documents.Get("GetThing")).Replace("\"Contoso\"", "\"Fabrikam\""), null, ("ConnectorClientName", name))
            .AssertGood();
    }

    [Theory]
    [InlineData("Weather")]
    [InlineData("Azure")]
    [InlineData("PowerConnectors")]
    [InlineData("System")]
    [InlineData("Microsoft")]
    public void A_title_can_be_a_name_that_others_have(string title)
    {
        Generation generation = Generation
            .Of(
                Titled(
                    title,
                    Definition(title),
                    Definition("Response"),
                    Definition("Extensions"),
                    Definition("Core"),
                    Definition("Json"),
                    Definition("Http"),
                    Definition("ConnectorClient"),
                    Definition("Text")
                )
            )
            .AssertGood();

        string space = title == "Weather" ? title : $"{title}Connector";
        string model = $"{title}Model";
        Assert.Contains($"{space}.{model}.g.cs", generation.Sources.Keys);
        generation.AssertCompiles(
            $$"""
            namespace Consumer
            {
                using {{space}};

                internal static class Use
                {
                    public static {{title}}Client? Client { get; set; }
                    public static {{(model)}}? Model { get; set; }
                    public static global::System.String Text => global::System.String.Empty;
                }
            }
            """
        );
    }

    [Theory]
    [InlineData("ConnectorNamespace", "Azure")]
    [InlineData("ConnectorNamespace", "System")]
    [InlineData("ConnectorClientName", "Contoso")]
    public void An_option_with_a_name_that_others_have_is_refused(string key, string value) =>
        Assert.Equal("PCG011", Assert.Single(Generation.Of(Documents.With(Documents.Get("GetThing")), null, (key, value)).Diagnostics).Id);

    [Fact]
    public void A_namespace_may_be_called_as_generated_code_calls_that_of_the_runtime() =>
        Generation.Of(Documents.WithThing(""" "a": { "type": "string" } """), null, ("ConnectorNamespace", "_Json")).AssertGood();

    [Fact]
    public void A_client_name_names_a_parameter()
    {
        string source = OperationOf(
            """
            { "name": "a", "in": "query", "type": "string", "x-ms-client-name": "filterText" },
            { "name": "filterText", "in": "query", "type": "string" },
            { "name": "b", "in": "header", "type": "string", "x-ms-client-name": "Etag" },
            { "name": "c", "in": "body", "required": true, "schema": { "type": "string" }, "x-ms-client-name": "content" }
            """
        );

        Assert.Contains("request.AppendQuery(\"a\", filterText);", source, StringComparison.Ordinal);
        Assert.Matches("request.AppendQuery\\(\"filterText\", filterText_[0-9a-f]{8}\\);", source);
        Assert.Contains("string content, ", source, StringComparison.Ordinal);
        Assert.Contains("string? etag = null", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_name_names_a_field_and_a_parameter_of_the_client()
    {
        Generation generation = Generation
            .Of(
                Documents.With(
                    """
                    "/{id}/things": { "post": { "operationId": "PostThing", "consumes": ["multipart/form-data"], "responses": { "200": { "description": "OK" } },
                      "parameters": [
                        { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal", "x-ms-client-name": "Connection" },
                        { "name": "f", "in": "formData", "type": "string", "x-ms-client-name": "title" } ] } }
                    """
                )
            )
            .AssertGood();

        Assert.Contains("string? title = null", generation.Sources["Contoso.ContosoClient.Operations.g.cs"], StringComparison.Ordinal);
        Assert.Contains("string connection, ", generation.Sources["Contoso.ContosoClient.g.cs"], StringComparison.Ordinal);
        Assert.Contains(" Connection ", generation.Sources["Contoso.ContosoClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_given_stays_where_another_comes_that_would_have_it()
    {
        Generation generation = Generation
            .Of(
                Documents.With(
                    $$"""
                    {{Documents.Get("GetThing", """{ "$ref": "#/definitions/Thing" }""")}},
                    "/form": { "post": { "operationId": "PostForm", "consumes": ["application/x-www-form-urlencoded"], "responses": {},
                      "parameters": [
                        { "name": "title", "in": "formData", "type": "string" },
                        { "name": "d", "in": "formData", "type": "string", "x-ms-client-name": "title" } ] } },
                    "/body": { "post": { "operationId": "PostBody", "responses": {},
                      "parameters": [
                        { "name": "content", "in": "query", "type": "string" },
                        { "name": "b", "in": "body", "schema": { "type": "string" }, "x-ms-client-name": "content" } ] } }
                    """,
                    """
                    "Thing": { "type": "object", "properties": {
                      "Foo": { "type": "string" }, "zar": { "type": "string", "x-ms-client-name": "Foo" },
                      "kind": { "type": "string", "enum": ["On", "z"], "x-ms-enum": { "name": "Kind", "values": [ { "value": "z", "name": "On" } ] } } } }
                    """
                )
            )
            .AssertGood();

        string operations = generation.Sources["Contoso.ContosoClient.Operations.g.cs"];
        Assert.Contains("request.AppendField(\"d\", title);", operations, StringComparison.Ordinal);
        Assert.Contains("request.AppendQuery(\"content\", contentQuery);", operations, StringComparison.Ordinal);
        Assert.Equal("Foo", ReadingCode.PropertyOf(generation.Sources["Contoso.Thing.g.cs"], "zar"));
        Assert.Contains(" Kind On => new(\"z\")", generation.Sources["Contoso.Kind.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_of_one_name_say_where_they_stand()
    {
        string source = OperationOf(
            """
            { "name": "userName", "in": "header", "type": "string" },
            { "name": "userName", "in": "query", "type": "string" },
            { "name": "userName", "in": "body", "required": true, "schema": { "type": "string" } },
            { "name": "id", "in": "query", "type": "string" },
            { "name": "id", "in": "header", "type": "string" },
            { "name": "idHeader", "in": "header", "type": "string" }
            """
        );

        Assert.Contains(
            "(string userNameBody, string? userName = null, string? userNameQuery = null, string? id = null, string? id_",
            source,
            StringComparison.Ordinal
        );
        Assert.Contains(", string? idHeader = null, ", source, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optional_parameter_at_the_end_of_the_document_stands_behind_all_but_advanced_ones()
    {
        const string Before = """
            { "name": "h", "in": "header", "type": "string" },
            { "name": "more", "in": "query", "type": "string", "x-ms-visibility": "advanced" },
            { "name": "body", "in": "body", "schema": { "type": "string" } },
            { "name": "q", "in": "query", "type": "string" }
            """;
        const string Signature = "(string? body = null, string? h = null, string? q = null, ";

        Assert.Contains($"{Signature}string? more = null, global::System.Threading", OperationOf(Before), StringComparison.Ordinal);
        Assert.Contains(
            $"{Signature}int? added = null, string? more = null, global::System.Threading",
            OperationOf($$"""{{Before}}, { "name": "added", "in": "query", "type": "integer", "format": "int32" }"""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Methods_end_in_Async_whatever_happens_to_their_names()
    {
        string source = Generation
            .Of(
                Documents.With(
                    string.Join(
                        ",",
                        Documents.Get("GetThing"),
                        Documents.Get("getThing").Replace("/getThing", "/other", StringComparison.Ordinal),
                        Documents.Get("Send")
                    )
                )
            )
            .AssertGood()
            .Sources["Contoso.ContosoClient.Operations.g.cs"];

        Assert.Contains(" GetThingAsync(", source, StringComparison.Ordinal);
        Assert.Contains(" GetThing_b270bc55Async(", source, StringComparison.Ordinal);
        Assert.Contains(" SendOperationAsync(", source, StringComparison.Ordinal);
    }

    // Of a definition and an inline type one has to give way, as neither shows which was there first. The other order is the more common one: documents full of
    // definitions get an operation whose answer is declared in place.
    [Fact]
    public void A_definition_has_its_name_before_a_type_declared_in_place()
    {
        const string Inline = """
            "Thing": { "type": "object", "properties": { "owner": { "type": "object", "properties": { "id": { "type": "string" } } } } }
            """;

        Assert.Equal(["Thing", "ThingOwner"], TypesOf(Of(Inline).AssertGood()));
        Generation grown = Of(Inline, Definition("ThingOwner")).AssertGood();
        Assert.Contains("public string? X ", grown.Sources[File("ThingOwner")], StringComparison.Ordinal);
        Assert.Matches("^ThingOwner_[0-9a-f]{8}$", TypesOf(grown)[^1]);
    }

    private static string OperationOf(string parameters) =>
        Generation
            .Of(
                Documents.With(
                    $$"""
                    "/things": { "post": { "operationId": "PostThing", "responses": { "200": { "description": "OK" } }, "parameters": [ {{parameters}} ] } }
                    """
                )
            )
            .AssertGood()
            .Sources["Contoso.ContosoClient.Operations.g.cs"];

    private static Generation Of(params string[] definitions) =>
        Generation.Of(Documents.With(Documents.Get("Probe"), string.Join(",\n", definitions)));

    private static string Titled(string title, params string[] definitions) =>
        Documents
            .With(Documents.Get("Probe"), string.Join(",\n", definitions))
            .Replace("\"title\": \"Contoso\"", $"\"title\": \"{title}\"", StringComparison.Ordinal);

    private static string Definition(string name, string? clientName = null) =>
        $$"""
            "{{name}}": { "type": "object", {{(clientName is null ? "" : $"\"x-ms-client-name\": \"{clientName}\",")}}
              "properties": { "x": { "type": "string" } } }
            """;

    private static string File(string type) => $"Contoso.{type}.g.cs";

    private static string[] TypesOf(Generation generation) =>
        [
            .. generation
                .Sources.Keys.Select(static file => file.Split('.')[1])
                .Where(static name => name is not ("ContosoClient" or "ContosoJsonContext"))
                .Order(StringComparer.Ordinal),
        ];
}
