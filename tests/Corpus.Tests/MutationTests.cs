using System.Globalization;
using System.Text;
using PowerConnectors.Fuzz;
using PowerConnectors.Fuzz.Judging;
using PowerConnectors.Fuzz.Mutating;

namespace PowerConnectors.Corpus.Tests;

/// <summary>Damaged documents end in code that compiles or in diagnostics, never in an exception, in bounded time and memory. <c>tests/Fuzz</c> does the same for as long as it is told to.</summary>
public sealed class MutationTests
{
    private const int Seed = 20240229;
    private const int Count = 2000;

    [Fact]
    public void Damaged_documents_end_in_code_or_diagnostics()
    {
        FuzzRun run = new(Seed, Sources.Own);
        int withCode = 0;
        foreach (
            (int number, Verdict verdict) in run.Judge(
                Count,
                TimeSpan.MaxValue,
                static (_, _) => { },
                TestContext.Current.CancellationToken
            )
        )
        {
            Assert.True(
                verdict.Fault is null,
                string.Create(CultureInfo.InvariantCulture, $"Number {number} of seed {Seed}: {verdict.Fault}\n{run.Make(number).Document}")
            );
            withCode += verdict.HasCode ? 1 : 0;
        }

        // Neither is every document so broken that nothing but a diagnostic is tested, nor every mutation harmless.
        Assert.InRange(withCode, Count / 5, Count * 4 / 5);
    }

    public static TheoryData<string> Extremes =>
        [
            "a string of 10 MB",
            "a name of 10 MB",
            "an array of a million values",
            "arrays in arrays, 100,000 deep",
            "schemas in schemas, 60 deep",
            "definitions that refer to one another in a circle of 1,000",
            "allOf in a circle of 300",
            "allOf of the one before, twice, 40 times over",
            "20,000 properties",
            "an enumeration of 20,000 values",
        ];

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Extreme_documents_end_in_code_or_diagnostics(string what)
    {
        Verdict verdict = Verdict.Of(Extreme(what), overlay: null, compiles: false, TestContext.Current.CancellationToken);

        Assert.Null(verdict.Fault);
    }

    private static string Extreme(string what) =>
        what switch
        {
            "a string of 10 MB" => Document(
                $$""" "A": { "type": "object", "description": "{{new string('x', 10_000_000)}}", "properties": { "a": { "type": "string" } } } """
            ),
            "a name of 10 MB" => Document(
                $$""" "A": { "type": "object", "properties": { "{{new string('x', 10_000_000)}}": { "type": "string" } } } """
            ),
            "an array of a million values" => Document(
                $$""" "A": { "type": "string", "x-list": [{{Repeat(1_000_000, static _ => "1")}}] } """
            ),
            "arrays in arrays, 100,000 deep" => Document(
                $$""" "A": { "example": {{new string('[', 100_000)}}{{new string(']', 100_000)}} } """
            ),
            "schemas in schemas, 60 deep" => Document($$""" "A": {{Nested(60)}} """),
            "definitions that refer to one another in a circle of 1,000" => Document(
                Repeat(
                    1000,
                    static i =>
                        $$""" "A{{i}}": { "type": "object", "properties": { "a": { "$ref": "#/definitions/A{{(i + 1) % 1000}}" } } } """
                )
            ),
            "allOf in a circle of 300" => Document(
                Repeat(
                    300,
                    static i =>
                        $$""" "A{{i}}": { "allOf": [ { "$ref": "#/definitions/A{{(i + 1) % 300}}" } ], "properties": { "a{{i}}": { "type": "string" } } } """
                )
            ),
            "allOf of the one before, twice, 40 times over" => Document(
                Repeat(
                    40,
                    static i =>
                        $$""" "A{{i}}": { "allOf": [ { "$ref": "#/definitions/A{{Math.Max(0, i - 1)}}" }, { "$ref": "#/definitions/A{{Math.Max(0, i - 1)}}" } ], "properties": { "a{{i}}": { "type": "string" } } } """
                )
            ),
            "20,000 properties" => Document(
                $$""" "A": { "type": "object", "properties": { {{Repeat(20_000, static i => $$""" "a{{i}}": { "type": "string" } """)}} } } """
            ),
            _ => Document($$""" "A": { "type": "string", "enum": [{{Repeat(20_000, static i => $"\"v{i}\"")}}] } """),
        };

    private static string Repeat(int count, Func<int, string> part) => string.Join(',', Enumerable.Range(0, count).Select(part));

    private static string Nested(int depth)
    {
        StringBuilder schema = new("""{ "type": "string" }""");
        for (int i = 0; i < depth; i++)
        {
            schema.Insert(0, i % 2 == 0 ? """{ "items": """ : """{ "properties": { "a": """).Append(i % 2 == 0 ? "}" : "} }");
        }

        return schema.ToString();
    }

    private static string Document(string definitions) =>
        $$"""
            {
              "swagger": "2.0", "info": { "title": "Extreme", "version": "1.0" },
              "paths": { "/a": { "get": { "operationId": "GetA", "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/{{(
                definitions.Contains("\"A0\"", StringComparison.Ordinal) ? "A0" : "A"
            )}}" } } } } } },
              "definitions": { {{definitions}} }
            }
            """;
}
