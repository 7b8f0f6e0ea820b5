using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>What an AdditionalFiles item can say.</summary>
public sealed class OptionTests
{
    private static readonly string Document = Documents.With(
        Documents.Get("GetThing", """{ "$ref": "#/definitions/Thing" }""")
            + ","
            + Documents.Get("ListOrders", """{ "$ref": "#/definitions/Order" }""")
            + ","
            + Documents.Get("ListThings", """{ "type": "object" }"""),
        """
        "Thing": { "type": "object", "properties": { "part": { "$ref": "#/definitions/Part" } } },
        "Part": { "type": "object", "properties": { "kind": { "type": "string", "enum": ["a"] } } },
        "Order": { "type": "object", "properties": { "id": { "type": "string" } } },
        "Unused": { "type": "object", "properties": { "id": { "type": "string" } } }
        """
    );

    [Theory]
    [InlineData("/specs/contoso.swagger.json", "", true)]
    [InlineData("/specs/CONTOSO.SWAGGER.JSON", "", true)]
    [InlineData("/specs/contoso.swagger.json", "false", false)]
    [InlineData("/specs/contoso.swagger.json", "False", false)]
    [InlineData("/specs/contoso.swagger.json", "true", true)]
    [InlineData("/specs/contoso.json", "true", true)]
    [InlineData("/specs/contoso.txt", " True ", true)]
    public void ConnectorClient_takes_and_leaves(string path, string value, bool isTaken)
    {
        Generation generation = Generation.Of(new InputFile(path, Document, ("ConnectorClient", value))).AssertGood();

        Assert.Equal(isTaken, generation.Sources.ContainsKey("Contoso.ContosoClient.g.cs"));
    }

    [Fact]
    public void ConnectorClientName_names_the_client_and_the_context()
    {
        Generation generation = With(("ConnectorClientName", "ShopClient"));

        Assert.Contains("Contoso.ShopClient.g.cs", generation.Sources.Keys);
        Assert.Contains("Contoso.ShopJsonContext.g.cs", generation.Sources.Keys);
    }

    [Fact]
    public void ConnectorNamespace_is_the_namespace_of_everything() =>
        Assert.All(
            With(("ConnectorNamespace", "Contoso.Api.V1")).Sources,
            static source =>
            {
                Assert.StartsWith("Contoso.Api.V1.", source.Key, StringComparison.Ordinal);
                Assert.Contains("\nnamespace Contoso.Api.V1;\n", source.Value, StringComparison.Ordinal);
            }
        );

    [Theory]
    [InlineData("GetThing", "GetThing", "GetThingAsync", "Part PartKind Thing")]
    [InlineData("List*", "ListOrders", "ListOrdersAsync ListThingsAsync", "Order")]
    [InlineData("GetThing,ListOrders", "", "GetThingAsync ListOrdersAsync", "Order Part PartKind Thing")]
    [InlineData("GetThing  ListOrders", "", "GetThingAsync ListOrdersAsync", "Order Part PartKind Thing")]
    [InlineData("*Things", "", "ListThingsAsync", "")]
    [InlineData("*t*s", "", "ListOrdersAsync ListThingsAsync", "Order")]
    [InlineData("*", "", "GetThingAsync ListOrdersAsync ListThingsAsync", "Order Part PartKind Thing")]
    public void ConnectorOperations_generates_these_and_the_types_that_they_reach(string patterns, string _, string methods, string types)
    {
        Generation generation = With(("ConnectorOperations", patterns));

        string operations = generation.Sources["Contoso.ContosoClient.Operations.g.cs"];
        string[] all = ["GetThingAsync", "ListOrdersAsync", "ListThingsAsync"];
        Assert.Equal(methods, string.Join(' ', all.Where(name => operations.Contains($" {name}(", StringComparison.Ordinal))));
        Assert.Equal(
            types,
            string.Join(
                ' ',
                generation
                    .Sources.Keys.Select(static name => name["Contoso.".Length..^5])
                    .Where(static name => !name.StartsWith("Contoso", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    [Theory]
    [InlineData("My Things", "", "GetThingAsync")]
    [InlineData("My Things,Or*", "", "GetThingAsync ListOrdersAsync")]
    [InlineData("Orders", "GetThing", "GetThingAsync ListOrdersAsync")]
    [InlineData("*", "", "GetThingAsync ListOrdersAsync")]
    public void ConnectorTags_adds_the_operations_of_these(string tags, string operations, string methods)
    {
        string document = Documents.With(
            string.Join(
                ',',
                Documents.Get("GetThing", more: """ "tags": ["Other", "My Things"], """),
                Documents.Get("ListOrders", more: """ "tags": ["Orders"], """),
                Documents.Get("ListThings")
            )
        );

        Generation generation = Generation
            .Of(document, overlay: null, ("ConnectorTags", tags), ("ConnectorOperations", operations))
            .AssertGood();

        string code = string.Concat(generation.Sources.Values);
        string[] all = ["GetThingAsync", "ListOrdersAsync", "ListThingsAsync"];
        Assert.Equal(methods, string.Join(' ', all.Where(name => code.Contains($" {name}(", StringComparison.Ordinal))));
    }

    [Fact]
    public void ConnectorAccessibility_makes_every_type_internal()
    {
        ImmutableArray<InputFile> files =
        [
            new(Documents.Path, Documents.FlowManagement, ("ConnectorAccessibility", "Internal")),
            new(Documents.OverlayPath, Documents.FlowManagementOverlay),
        ];

        Generation generation = Generation.Of(files, "", hasHttpClientFactory: true).AssertGood();

        Assert.All(
            generation.Sources.Values.SelectMany(static source =>
                CSharpSyntaxTree
                    .ParseText(source, cancellationToken: TestContext.Current.CancellationToken)
                    .GetRoot(TestContext.Current.CancellationToken)
                    .ChildNodes()
                    .OfType<BaseNamespaceDeclarationSyntax>()
                    .SelectMany(static space => space.Members)
            ),
            static member => Assert.Equal("internal", member.Modifiers[0].Text)
        );
        Assert.Contains(generation.Sources.Keys, static name => name.EndsWith("ClientSettings.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void ConnectorClient_models_makes_the_models_and_their_context_only()
    {
        (string, string)[] metadata = [("ConnectorClient", "models")];
        Generation all = Generation.Of([new InputFile(Documents.Path, Document)], "", hasHttpClientFactory: true).AssertGood();
        Generation models = Generation.Of([new InputFile(Documents.Path, Document, metadata)], "", hasHttpClientFactory: true).AssertGood();

        Assert.Equal(
            all.Sources.Keys.Where(static name => !name.Contains("ContosoClient", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            models.Sources.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Contains("Contoso.Unused.g.cs", models.Sources.Keys);
        Assert.DoesNotContain("ContosoClient", string.Concat(models.Sources.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Shop")]
    [InlineData("Shared.Api", "Shared.Api")]
    public void Several_documents_of_one_project_go_together(string space, string second)
    {
        (string, string)[] metadata = [("ConnectorNamespace", space)];

        Generation generation = Generation
            .Of(
                new InputFile(Documents.Path, Document, metadata),
                new InputFile(
                    "/specs/shop.swagger.json",
                    Documents
                        .With(
                            Documents.Get("ListArticles", """{ "$ref": "#/definitions/Article" }"""),
                            """ "Article": { "type": "object" } """
                        )
                        .Replace("Contoso", "Shop", StringComparison.Ordinal),
                    metadata
                )
            )
            .AssertGood();

        Assert.Contains($"{(space.Length == 0 ? "Contoso" : space)}.ContosoClient.g.cs", generation.Sources.Keys);
        Assert.Contains($"{second}.ShopClient.g.cs", generation.Sources.Keys);
    }

    [Fact]
    public void Nothing_is_generated_where_the_package_only_comes_along_with_a_library() =>
        Assert.Empty(Generation.Of([new InputFile(Documents.Path, Document)], "", isAskedFor: false).Sources);

    private static Generation With(params (string Key, string Value)[] metadata) =>
        Generation.Of(Document, overlay: null, metadata).AssertGood();
}
