namespace PowerConnectors.Package.Tests;

public sealed class ChoiceTests(PackageFeed feed)
{
    private const string Items = """
        <AdditionalFiles Include="specs/*.json" />
        <AdditionalFiles Update="specs/shop.swagger.json" ConnectorTags="Big orders" ConnectorAccessibility="internal" />
        <AdditionalFiles Update="specs/saved.swagger.json" ConnectorClient="models" ConnectorNamespace="Shop" />
        <AdditionalFiles Update="specs/other.swagger.json" ConnectorClient="false" />
        """;

    private const string Program = """
        foreach (var type in typeof(Shop.ShopClient).Assembly.GetTypes().Where(type => type.Namespace == "Shop" && !type.IsNested).OrderBy(type => type.Name))
            Console.WriteLine($"{(type.IsPublic ? "public" : "internal")} {type.Name}");
        foreach (var method in typeof(Shop.ShopClient).GetMethods().Where(method => method.DeclaringType == typeof(Shop.ShopClient) && !method.IsSpecialName))
            Console.WriteLine(method.Name);
        """;

    [Fact]
    public async Task The_metadata_of_an_item_reaches_the_generator()
    {
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        directory.WriteProject("App", directory.Reference + Items);
        directory.Write("App/specs/shop.swagger.json", Document("Shop", "Order"));
        directory.Write("App/specs/saved.swagger.json", Document("Saved", "Article"));
        directory.Write("App/specs/other.swagger.json", "not for this generator");
        directory.Write("App/Program.cs", Program);

        (await directory.BuildAsync("App")).Succeeded();

        Assert.Equal(
            [
                "public Article",
                "internal Order",
                "public SavedJsonContext",
                "internal ShopClient",
                "internal ShopJsonContext",
                "GetOrderAsync",
            ],
            (await directory.RunAsync("App")).Succeeded().Lines
        );
    }

    [Fact]
    public async Task An_impossible_value_is_an_error_that_says_what_is_possible()
    {
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        directory.WriteProject(
            "App",
            directory.Reference + """<AdditionalFiles Include="specs/shop.swagger.json" ConnectorAccessibility="secret" />"""
        );
        directory.Write("App/specs/shop.swagger.json", Document("Shop", "Order"));
        directory.Write("App/Program.cs", "Console.WriteLine();");

        ProcessResult build = await directory.BuildAsync("App");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains(
            build.Lines,
            static line =>
                line.Contains(
                    "error PCG011: ConnectorAccessibility=\"secret\" is not possible: it has to be public or internal.",
                    StringComparison.Ordinal
                )
        );
    }

    private static string Document(string title, string type) =>
        $$"""
            {
              "swagger": "2.0",
              "info": { "title": "{{title}}", "version": "1" },
              "paths": {
                "/one": { "get": { "operationId": "Get{{type}}", "tags": ["Big orders"],
                  "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/{{type}}" } } } } },
                "/two": { "get": { "operationId": "GetOther", "tags": ["Others"], "responses": { "200": { "description": "OK" } } } }
              },
              "definitions": { "{{type}}": { "type": "object", "properties": { "id": { "type": "string" } } } }
            }
            """;
}
