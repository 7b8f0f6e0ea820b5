using System.Globalization;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>What is declared in a definition is one type, called after that definition, however many build upon it.</summary>
public sealed class InheritanceTests
{
    private const string Base = """
        "Base": { "type": "object", "properties": {
          "kind": { "type": "string", "enum": ["a", "b"] },
          "part": { "type": "object", "properties": { "x": { "type": "string" } } },
          "rows": { "type": "array", "items": { "type": "object", "properties": { "y": { "type": "string" } } } }
        } }
        """;

    [Fact]
    public void Parts_that_disagree_are_found_behind_thousands_that_only_stand_for_another()
    {
        const int Members = 3_000;
        string big = string.Join(
            ',',
            Enumerable.Range(0, 70).Select(static i => FormattableString.Invariant($"\"m{i}\": {{ \"type\": \"string\" }}"))
        );
        string wrappers = string.Join(
            ',',
            Enumerable
                .Range(0, Members)
                .Select(static i =>
                    FormattableString.Invariant(
                        $$"""
                        "w{{i}}": { "allOf": [ { "$ref": "#/definitions/Big" } ], "description": "One more." }
                        """
                    )
                )
        );
        Generation generation = Generation.Of(
            Documents.With(
                Documents.Get("GetThing", Reference("Thing")),
                $$"""
                "Big": { "type": "object", "properties": { {{big}} } },
                "Thing": { "type": "object", "properties": { {{wrappers}} } },
                "Torn": { "allOf": [ { "$ref": "#/definitions/Big" }, { "properties": { "m1": { "type": "integer" } } } ] }
                """
            )
        );

        Assert.Equal("PCG031", Assert.Single(generation.Diagnostics).Id);
    }

    [Fact]
    public void Derived_definitions_share_the_inline_types_of_their_base()
    {
        Generation generation = Generation
            .Of(
                Documents.With(
                    string.Join(',', Documents.Get("GetA", Reference("A")), Documents.Get("GetB", Reference("B"))),
                    $$"""
                    "A": { "allOf": [ { "$ref": "#/definitions/Base" }, { "properties": { "a": { "type": "object", "properties": { "z": { "type": "string" } } } } } ] },
                    "B": { "allOf": [ { "$ref": "#/definitions/A" } ], "properties": { "b": { "type": "string" } } },
                    {{Base}}
                    """
                )
            )
            .AssertGood();

        Assert.Equal(["A", "AA", "B", "Base", "BaseKind", "BasePart", "BaseRows"], ModelsOf(generation));
        foreach (string derived in (string[])["A", "B", "Base"])
        {
            string code = generation.Sources[$"Contoso.{derived}.g.cs"];
            Assert.Contains("public global::Contoso.BaseKind? Kind ", code, StringComparison.Ordinal);
            Assert.Contains("public global::Contoso.BasePart? Part ", code, StringComparison.Ordinal);
            Assert.Contains("IList<global::Contoso.BaseRows>? Rows ", code, StringComparison.Ordinal);
        }

        Assert.Contains("public global::Contoso.AA? A", generation.Sources["Contoso.B.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_document_whose_parts_hold_one_another_stays_small()
    {
        const int Count = 12;
        string all = string.Join(',', Enumerable.Range(0, Count).Select(static i => $$"""{ "$ref": "#/definitions/D{{i}}" }"""));
        string definitions = string.Join(
            ',',
            Enumerable
                .Range(0, Count)
                .Select(i =>
                    $$""" "D{{i}}": { "type": "object", "properties": { "p{{i}}": { "allOf": [ {{all}} ], "properties": { "own{{i}}": { "type": "string" } } } } } """
                )
        );

        Generation generation = Generation.Of(Documents.With(Documents.Get("Get", Reference("D0")), definitions)).AssertGood();

        Assert.Equal(2 * Count, ModelsOf(generation).Length);
    }

    [Fact]
    public void A_document_that_becomes_too_much_code_is_a_finding()
    {
        const int Count = 1000;
        string definitions = string.Join(
            ',',
            Enumerable
                .Range(0, Count)
                .Select(static i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$""" "D{{i}}": { "allOf": [ { "$ref": "#/definitions/D{{Math.Max(0, i - 1)}}" } ], "properties": { "p{{i}}": { "type": "string" } } } """
                    )
                )
        );

        Generation generation = Generation.Of(Documents.With(Documents.Get("Get", Reference("D0")), definitions));

        Assert.Equal("PCG024", Assert.Single(generation.Diagnostics).Id);
        Assert.Empty(generation.Sources);
        Generation
            .Of(Documents.With(Documents.Get("Get", Reference("D50")), definitions), null, ("ConnectorOperations", "Get"))
            .AssertGood();
    }

    private static string Reference(string definition) => $$"""{ "$ref": "#/definitions/{{definition}}" }""";

    private static string[] ModelsOf(Generation generation) =>
        [
            .. generation
                .Sources.Keys.Select(static name => name["Contoso.".Length..^".g.cs".Length])
                .Where(static name => !name.StartsWith("Contoso", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
}
