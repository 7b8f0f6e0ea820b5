using System.Text.Json.Nodes;
using PowerConnectors.Generator.Specs;
using PowerConnectors.Generator.Specs.Json;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Overlays, applied to JSON: the form of the OpenAPI Overlay Specification 1.0, and the part of JSONPath that is supported.</summary>
public sealed class OverlayTests
{
    private const string Document = """
        { "a": { "x": 1, "list": [1, 2], "inner": { "k": "v" } }, "b": { "x": 2, "dotted.name": { "x": 3 } }, "items": [ { "x": 4 }, { "y": 5 } ] }
        """;

    [Theory]
    [InlineData(
        "merges objects",
        """{ "target": "$.a", "update": { "inner": { "l": "w" }, "new": {} } }""",
        "$.a.inner",
        """{"k":"v","l":"w"}"""
    )]
    [InlineData("replaces primitives", """{ "target": "$.a", "update": { "x": "text" } }""", "$.a.x", "\"text\"")]
    [InlineData("replaces an object by a primitive", """{ "target": "$.a", "update": { "inner": 1 } }""", "$.a.inner", "1")]
    [InlineData("concatenates arrays", """{ "target": "$.a", "update": { "list": [2, 3] } }""", "$.a.list", "[1,2,2,3]")]
    [InlineData("appends to a targeted array", """{ "target": "$.a.list", "update": 9 }""", "$.a.list", "[1,2,9]")]
    [InlineData("replaces a targeted primitive", """{ "target": "$.a.x", "update": 9 }""", "$.a.x", "9")]
    [InlineData("removes a member", """{ "target": "$.a.inner", "remove": true }""", "$.a", """{"x":1,"list":[1,2]}""")]
    [InlineData("removes an item", """{ "target": "$.items[0]", "remove": true }""", "$.items", """[{"y":5}]""")]
    [InlineData(
        "removes rather than updates",
        """{ "target": "$.a.x", "remove": true, "update": 5 }""",
        "$.a",
        """{"list":[1,2],"inner":{"k":"v"}}"""
    )]
    [InlineData("updates the document", """{ "target": "$", "update": { "new": 1 } }""", "$.new", "1")]
    [InlineData("finds a quoted name", """{ "target": "$.b['dotted.name']", "update": { "x": 9 } }""", "$.b['dotted.name'].x", "9")]
    [InlineData("finds a doubly quoted name", """{ "target": "$[\"b\"]", "update": { "x": 9 } }""", "$.b.x", "9")]
    [InlineData("finds an item", """{ "target": "$.items[1]", "update": { "y": 9 } }""", "$.items", """[{"x":4},{"y":9}]""")]
    [InlineData("finds all members", """{ "target": "$.*", "update": { "all": 1 } }""", "$.a.all", "1")]
    [InlineData("finds all items", """{ "target": "$.items[*]", "update": { "z": 1 } }""", "$.items", """[{"x":4,"z":1},{"y":5,"z":1}]""")]
    [InlineData("finds at every depth", """{ "target": "$..x", "update": 0 }""", "$.items", """[{"x":0},{"y":5}]""")]
    [InlineData("removes at every depth", """{ "target": "$..x", "remove": true }""", "$.b", """{"dotted.name":{}}""")]
    public void An_action(string what, string action, string target, string expected)
    {
        (JsonNode document, FindingList findings) = Apply(action);

        Assert.NotEmpty(what);
        Assert.Empty(findings.ToArray());
        Assert.Equal(expected, Assert.Single(JsonPath.Parse(target).Select(document)).ToJsonString());
    }

    [Fact]
    public void Actions_are_applied_in_order_and_see_what_the_earlier_did()
    {
        (JsonNode document, FindingList findings) = Apply(
            """{ "target": "$", "update": { "new": { "n": 1 } } }""",
            """{ "target": "$.new", "update": { "n": 2, "list": [1] } }""",
            """{ "target": "$.new", "update": { "list": [2] } }""",
            """{ "target": "$.new.n", "remove": true }"""
        );

        Assert.Empty(findings.ToArray());
        Assert.Equal("""{"list":[1,2]}""", document["new"]!.ToJsonString());
    }

    [Fact]
    public void One_update_at_several_places_shares_nothing()
    {
        (JsonNode document, _) = Apply(
            """{ "target": "$.*", "update": { "shared": {} } }""",
            """{ "target": "$.a.shared", "update": { "only": "a" } }"""
        );

        Assert.Equal("{}", document["b"]!["shared"]!.ToJsonString());
    }

    [Fact]
    public void An_action_without_a_place_does_not_stop_the_others()
    {
        (JsonNode document, FindingList findings) = Apply(
            """{ "target": "$.gone", "update": { "x": 1 } }""",
            """{ "target": "$.a.x", "update": 7 }"""
        );

        Assert.Equal("PCG008", Assert.Single(findings.ToArray()).Id);
        Assert.Equal("7", document["a"]!["x"]!.ToJsonString());
    }

    [Theory]
    [InlineData("/specs/contoso.swagger.json", "/specs/contoso.overlay.json", true)]
    [InlineData("/specs/contoso.swagger.json", "/specs/CONTOSO.Overlay.json", true)]
    [InlineData("/specs/contoso.swagger.json", "/other/contoso.overlay.json", false)]
    [InlineData("/specs/contoso.swagger.json", "/specs/fabrikam.overlay.json", false)]
    public void An_overlay_goes_with_the_document_of_its_name(string document, string overlay, bool isPair)
    {
        Generation generation = Generation.Of(
            new InputFile(document, Documents.With(Documents.Get("GetThing"))),
            new InputFile(overlay, Documents.Overlay("""{ "target": "$.info", "update": { "title": "Renamed" } }"""))
        );

        Assert.Equal(isPair, generation.Sources.ContainsKey("Renamed.RenamedClient.g.cs"));
        Assert.Equal(isPair ? 0 : 1, generation.Diagnostics.Length);
    }

    private static (JsonNode Document, FindingList Findings) Apply(params string[] actions)
    {
        FindingList findings = new();
        SpecFile file = new(
            Documents.Path,
            Document,
            new SpecOptions(null, null, null, default),
            Documents.OverlayPath,
            Documents.Overlay(actions)
        );
        JsonNode document = JsonNode.Parse(Document)!;
        new OverlayReader(file, findings).Apply(document);
        Assert.Equal(JsonNode.Parse(Document)!.ToJsonString(), JsonNode.Parse(file.Text!)!.ToJsonString());
        return (document, findings);
    }
}
