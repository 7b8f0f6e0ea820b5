using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

public sealed partial class NamingTests
{
    [Theory]
    [InlineData("name", "Name")]
    [InlineData("display-name", "DisplayName")]
    [InlineData("display_name", "DisplayName")]
    [InlineData("@odata.nextLink", "OdataNextLink")]
    [InlineData("$top", "Top")]
    [InlineData("2fa", "_2Fa")]
    [InlineData("+1", "_1")]
    [InlineData("", "Value")]
    [InlineData("***", "Value")]
    [InlineData("größe", "Größe")]
    [InlineData("i", "I")]
    public void Pascal(string name, string expected) => Assert.Equal(expected, Identifiers.Pascal(name));

    [Theory]
    [InlineData("Name", "name")]
    [InlineData("IDs", "iDs")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("X-API-Version", "xAPIVersion")]
    [InlineData("ID card", "idCard")]
    [InlineData("***", "value")]
    [InlineData("api-version", "apiVersion")]
    [InlineData("2fa", "_2Fa")]
    public void Camel(string name, string expected) => Assert.Equal(expected, Identifiers.Camel(name));

    [Theory]
    [InlineData("ResourceArray[AdminFlow]", "ResourceArrayOfAdminFlow")]
    [InlineData("Principal[Add]", "PrincipalAdd")]
    [InlineData("Broken[AdminFlow", "BrokenAdminFlow")]
    [InlineData("[AdminFlow]", "AdminFlow")]
    public void Generic_definitions(string name, string expected) =>
        Assert.Equal(expected, Identifiers.Type(name, static inner => inner == "AdminFlow"));

    [Theory]
    [InlineData("Task")]
    [InlineData("Environment")]
    [InlineData("Stream")]
    [InlineData("Object")]
    [InlineData("Action")]
    [InlineData("Version")]
    public void Names_of_types_that_every_project_uses_get_a_suffix(string name)
    {
        Generation generation = Generation.Of(Documents.With(Documents.Get("GetThing"), Definition(name))).AssertGood();

        Assert.Contains($"Contoso.{name}Model.g.cs", generation.Sources.Keys);
        generation.AssertCompiles($"using Contoso; class Use {{ const string P = nameof({name}); {name}Model? Q {{ get; set; }} }}");
    }

    [Fact]
    public void Every_public_type_of_the_implicit_namespaces_is_reserved()
    {
        string[] namespaces =
        [
            "System",
            "System.Collections.Generic",
            "System.IO",
            "System.Linq",
            "System.Net.Http",
            "System.Threading",
            "System.Threading.Tasks",
        ];
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] names =
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework)
                .SelectMany(path => System.Reflection.Assembly.Load(Path.GetFileNameWithoutExtension(path)).GetExportedTypes())
                .Where(type => !type.IsNested && namespaces.Contains(type.Namespace))
                .Select(type => type.Name.Split('`')[0])
                .Distinct(),
        ];

        Assert.True(names.Length > 400);
        Assert.DoesNotContain(names, name => ReservedNames.Type(name) == name);
    }

    [Fact]
    public void Awkward_members_compile()
    {
        string[] members =
        [
            "class",
            "Thing",
            "thing",
            "Json",
            "json",
            "ToString",
            "toString",
            "GetType",
            "equals",
            "DeclaredMembers",
            "ReadMember",
            "WriteMembers",
            "s_members",
            "JsonValue",
            "1st",
            "_",
            "__",
            "a-b",
            "a_b",
            "aB",
            "value",
            "reader",
            "writer",
            "name",
            "mark",
            "members",
            "hasName",
            "HasName",
            "é",
            "@odata.type",
            "$ref2",
            "MemberwiseClone",
            "Finalize",
            "GetHashCode",
            "ReferenceEquals",
        ];

        Generation
            .Of(Documents.WithThing(string.Join(", ", members.Select(static name => $$""" "{{name}}": { "type": "string" } """))))
            .AssertGood();
        Generation
            .Of(
                Documents.WithThing(
                    string.Join(", ", members.Select(static name => $$""" "{{name}}": { "type": "integer" } """)),
                    $$""", "required": [{{string.Join(", ", members.Select(static name => $"\"{name}\""))}}] """
                )
            )
            .AssertGood();
    }

    [Fact]
    public void Awkward_definitions_compile()
    {
        string[] names =
        [
            "Flow",
            "flow",
            "FLOW",
            "Contoso",
            "ContosoClient",
            "contosoClient",
            "ContosoJsonContext",
            "class",
            "1st",
            "a b",
            "a-b",
            "aB",
            "Json",
            "System",
            "Azure",
            "global",
            "PowerConnectors",
            "Default",
            "Options",
            "GetTypeInfo",
            "CreateInfo",
            "GetInfo",
            "CreateTypeInfo",
            "GeneratedSerializerOptions",
            "ToString",
            "String",
            "Nullable",
            "JsonElement",
            "IList",
            "Operations",
            "Value",
            "T",
            "ModelReader",
            "[x]",
            "ResourceArray[Flow]",
            "ResourceArrayOfFlow",
        ];

        Generation generation = Generation
            .Of(Documents.With(Documents.Get("GetThing"), string.Join(",\n", names.Select(Definition))))
            .AssertGood();

        Assert.Equal(generation.Sources.Count, generation.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(names.Length, generation.Sources.Count - 3);
    }

    [Fact]
    public void Awkward_enumerations_compile() =>
        Generation
            .Of(
                Documents.WithThing(
                    """
                    "kind": { "type": "string", "enum": ["", " ", "+1", "-1", "1", "class", "Create", "Declared", "PrintMembers", "Deconstruct", "EqualityContract", "ThingKind", "thingKind", "Equals", "equals", "ToString", "Value", "value", "a", "A", "_value", "utf8", "é", "日本"] },
                    "task": { "type": "string", "enum": ["a"], "x-ms-enum": { "name": "Task" } },
                    "thing": { "type": "string", "enum": ["a"], "x-ms-enum": { "name": "Thing" } }
                    """
                )
            )
            .AssertGood();

    [Fact]
    public void Awkward_operations_and_parameters_compile()
    {
        string[] parameters =
        [
            "cancellationToken",
            "CancellationToken",
            "request",
            "Request",
            "class",
            "a-b",
            "a_b",
            "item",
            "items",
            "value",
            "this",
            "base",
            "1st",
            "$top",
            "top",
            "await",
            "field",
            "ConnectionId",
        ];
        string[] operations =
        [
            "Send",
            "Dispose",
            "CreateRequest",
            "getThing",
            "GetThing",
            "get-thing",
            "ToString",
            "ContosoClient",
            "class",
            "1st",
            "Equals",
            "CreatePageable",
        ];
        string list = string.Join(", ", parameters.Select(static name => $$"""{ "name": "{{name}}", "in": "query", "type": "string" }"""));

        Generation
            .Of(Documents.With(string.Join(",\n", operations.Select(id => Documents.Get(id, more: $"\"parameters\": [ {list} ], ")))))
            .AssertGood();
    }

    [Fact]
    public void Awkward_connection_parameters_compile()
    {
        string[] parameters =
        [
            "connectionId",
            "ConnectionId",
            "endpoint",
            "credential",
            "options",
            "class",
            "ContosoClient",
            "getThingAsync",
            "Dispose",
            "ToString",
        ];
        string path = string.Concat(parameters.Select(static name => $$"""/{{{name}}}"""));
        string list = string.Join(
            ", ",
            parameters.Select(static name =>
                $$"""{ "name": "{{name}}", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" }"""
            )
        );

        Generation
            .Of(
                Documents.With(
                    $$"""  "{{path}}": { "get": { "operationId": "GetThing", "parameters": [ {{list}} ], "responses": { "200": { "description": "OK" } } } }"""
                )
            )
            .AssertGood();
    }

    [Theory]
    [InlineData("a b", "a-b")]
    [InlineData("Things", "things")]
    public void Tags_that_make_one_file_share_it(string one, string two)
    {
        Generation generation = Generation
            .Of(
                Documents.With(
                    Documents.Get("GetA", more: $"\"tags\": [\"{one}\"], ") + "," + Documents.Get("GetB", more: $"\"tags\": [\"{two}\"], ")
                )
            )
            .AssertGood();

        Assert.Single(
            generation.Sources.Keys,
            static name => name.StartsWith("Contoso.ContosoClient.", StringComparison.Ordinal) && name != "Contoso.ContosoClient.g.cs"
        );
    }

    [Theory]
    [InlineData("long")]
    [InlineData("längste")]
    [InlineData("日本語")]
    public void Names_are_as_long_as_metadata_and_file_systems_hold(string word)
    {
        string name = string.Concat(Enumerable.Repeat(word, 500));
        Generation generation = Generation
            .Of(
                Documents
                    .With(
                        Documents.Get($"Get{name}", $$"""{ "$ref": "#/definitions/{{name}}1" }""", $"\"tags\": [\"{name}\"],"),
                        $$"""
                          "{{name}}1": { "type": "object", "properties": {
                            "{{name}}1": { "type": "object", "properties": { "{{name}}": { "type": "string", "enum": ["{{name}}1", "{{name}}2"] } } },
                            "{{name}}2": { "type": "object", "properties": { "{{name}}": { "type": "string" } } } } },
                          "{{name}}2": { "type": "object", "properties": { "x": { "type": "string" } } }
                        """
                    )
                    .Replace("\"Contoso\"", $"\"{name}\"", StringComparison.Ordinal)
            )
            .AssertGood();

        Assert.All(generation.Sources.Keys, static file => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(file), 1, 210));
    }

    [Fact]
    public void A_parameter_keeps_its_plain_name_when_one_that_collides_is_put_before_it()
    {
        string source = Generation
            .Of(
                Documents.With(
                    Documents.Get(
                        "GetThing",
                        more: """
                        "parameters": [
                          { "name": "user_name", "in": "query", "type": "string" }, { "name": "userName", "in": "query", "type": "string" } ],
                        """
                    )
                )
            )
            .AssertGood()
            .Sources["Contoso.ContosoClient.Operations.g.cs"];

        Assert.Contains("request.AppendQuery(\"userName\", userName);", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_elements_renames_none()
    {
        Generation before = Generation.Of(Documents.FlowManagement, Documents.FlowManagementOverlay);
        Generation after = Generation.Of(
            Documents.Edit(
                Documents.FlowManagement,
                static document =>
                {
                    foreach (KeyValuePair<string, JsonNode?> definition in document["definitions"]!.AsObject().ToArray())
                    {
                        if (definition.Value!["properties"] is JsonObject members)
                        {
                            members["added"] = JsonNode.Parse(
                                """{ "type": "object", "properties": { "x": { "type": "string", "enum": ["a"] } } }"""
                            );
                            members.Insert(0, "first", JsonNode.Parse("""{ "type": "string" }"""));
                        }

                        document["definitions"]![$"{definition.Key}Added"] = definition.Value.DeepClone();
                    }

                    document["definitions"]!
                        .AsObject()
                        .Insert(0, "AAA", JsonNode.Parse("""{ "type": "object", "properties": { "x": { "type": "string" } } }"""));
                }
            ),
            Documents.FlowManagementOverlay
        );

        Assert.All(before.Sources.Values, source => Assert.Empty(Members(source).Except(Members(WithSameType(after, source)))));
    }

    // Of the files that declare what this one declares, all: so many types share files.
    private static string WithSameType(Generation generation, string source) =>
        string.Concat(
            generation.Sources.Values.Where(other =>
                other.Contains(Regex.Match(source, @"(class|struct) \w+ ").Value, StringComparison.Ordinal)
            )
        );

    [Theory]
    [InlineData("fooBar", "foo-bar")]
    [InlineData("fooBar", "foo_bar")]
    [InlineData("FooBar", "foo bar")]
    public void A_name_keeps_its_plain_form_when_one_that_collides_is_put_before_it(string existing, string added)
    {
        string[] before = [.. Members(Source($$""" "{{existing}}": { "type": "string" } """))];
        string after = Source($$""" "{{added}}": { "type": "string" }, "{{existing}}": { "type": "string" } """);

        Assert.Contains("FooBar", before);
        Assert.Equal("FooBar", ReadingCode.PropertyOf(after, existing));
        Assert.NotEqual("FooBar", ReadingCode.PropertyOf(after, added));

        static string Source(string properties) =>
            Generation.Of(Documents.WithThing(properties)).AssertGood().Sources["Contoso.Thing.g.cs"];
    }

    private static string Definition(string name) =>
        $$"""  "{{name}}": { "type": "object", "properties": { "x": { "type": "string" } } }""";

    private static IEnumerable<string> Members(string source) =>
        MemberPattern().Matches(source).Select(static match => match.Groups[1].Value);

    [GeneratedRegex(@"^    public [^(=\n]*? (\w+)(?: \{|\(| =>)", RegexOptions.Multiline)]
    private static partial Regex MemberPattern();

    [Fact]
    public void An_enumeration_of_a_parameter_can_be_named_where_the_parameter_stands()
    {
        Generation generation = Generation
            .Of(
                Documents.With(
                    Documents.Get(
                        "GetThing",
                        more: """ "parameters": [ { "name": "state", "in": "query", "type": "string", "enum": ["a"], "x-ms-enum": { "name": "ThingState" } } ], """
                    )
                )
            )
            .AssertGood();

        Assert.Contains("Contoso.ThingState.g.cs", generation.Sources.Keys);
        Assert.DoesNotContain("Contoso.GetThingState.g.cs", generation.Sources.Keys);
    }
}
