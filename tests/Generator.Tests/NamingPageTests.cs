using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling;
using PowerConnectors.Generator.Specs;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Every example of docs/naming.md, as the generator names it.</summary>
public sealed partial class NamingPageTests
{
    public static TheoryData<string, string, string> Examples =>
        [
            .. File.ReadLines(Path.Combine(Snapshot.ProjectDirectory, "..", "..", "docs", "naming.md"))
                .Select(static line => Row().Match(line))
                .Where(static row => row.Success && row.Groups[1].Value != "---")
                .Select(static row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value)),
        ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Is_called(string what, string wireNames, string names)
    {
        string[] wire = [.. Spans(wireNames)];
        string document = DocumentOf(what, wire);

        Assert.Equal(Spans(names), NamesIn(Build(document), what, wire));
        Generation.Of(document).AssertGood();
    }

    [Fact]
    public void The_page_has_examples_of_everything() =>
        Assert.Equal(
            ["Definition", "Member", "Number of an enumeration", "Operation", "Parameter", "Type of a member", "Value of an enumeration"],
            Examples.Select(static example => example.Data.Item1).Distinct().Order(StringComparer.Ordinal)
        );

    [GeneratedRegex(@"^\| ([A-Z][a-z ]+) \| (`.*) \| (`.*) \|$")]
    private static partial Regex Row();

    private static IEnumerable<string> Spans(string cell) =>
        cell.Split('`').Where(static (_, index) => index % 2 == 1).Select(static span => span == "\"\"" ? "" : span);

    private static ConnectorModel Build(string document) =>
        ConnectorBuilder
            .Build(
                new SpecFile(Documents.Path, document, new SpecOptions(null, null, null, default)),
                TestContext.Current.CancellationToken
            )
            .Model!;

    private static string DocumentOf(string what, string[] names) =>
        what switch
        {
            "Operation" => Documents.With(string.Join(",", names.Select(static name => Documents.Get(name)))),
            "Parameter" => Documents.With(
                Documents.Get(
                    "GetThing",
                    more: $"\"parameters\": [ {Join(names, static name => $$"""{ "name": {{name}}, "in": "query", "type": "string" }""")} ], "
                )
            ),
            "Definition" => Documents.With(
                Documents.Get("Probe"),
                string.Join(",", names.Select(static (name, index) => $"{Quote(name)}: {Object($"p{index}")}"))
            ),
            "Type of a member" => Documents.With(
                Documents.Get("Probe"),
                string.Join(
                    ",",
                    names
                        .Select(static (name, index) => (Parts: name.Split('.'), Index: index))
                        .GroupBy(static name => name.Parts[0])
                        .Select(static owner =>
                            $"{Quote(owner.Key)}: {{ \"type\": \"object\", \"properties\": {{ {string.Join(",", owner.Select(static member => $"{Quote(member.Parts[1])}: {Object($"p{member.Index}")}"))} }} }}"
                        )
                )
            ),
            "Member" => Documents.WithThing(Join(names, static name => $$"""{{name}}: { "type": "string" }""")),
            "Value of an enumeration" => Documents.WithThing(
                $$"""  "kind": { "type": "string", "enum": [ {{Join(names, static name => name)}} ] }"""
            ),
            _ => Documents.WithThing($$"""  "kind": { "type": "number", "enum": [ {{string.Join(", ", names)}} ] }"""),
        };

    private static IEnumerable<string> NamesIn(ConnectorModel model, string what, string[] names)
    {
        Dictionary<string, string> found = what switch
        {
            "Operation" => Operations(model)
                .ToDictionary(static operation => operation.OperationId, static operation => operation.MethodName),
            "Parameter" => Operations(model)
                .Single()
                .Parameters.ToDictionary(static parameter => parameter.WireName, static parameter => parameter.Name),
            "Definition" or "Type of a member" => model
                .Types.OfType<ObjectModel>()
                .Where(static type => type.Properties[0].WireName.StartsWith('p'))
                .ToDictionary(type => names[int.Parse(type.Properties[0].WireName.AsSpan(1), null)], static type => type.Name),
            "Member" => model
                .Types.OfType<ObjectModel>()
                .Single()
                .Properties.ToDictionary(static property => property.WireName, static property => property.Name),
            _ => model.Types.OfType<EnumModel>().Single().Values.ToDictionary(static value => value.WireValue, static value => value.Name),
        };
        return names.Select(name => found[name]);
    }

    private static IEnumerable<OperationModel> Operations(ConnectorModel model) =>
        model.Groups.SelectMany(static group => group.Operations);

    private static string Object(string member) => $$"""{ "type": "object", "properties": { "{{member}}": { "type": "string" } } }""";

    private static string Join(string[] names, Func<string, string> write) => string.Join(", ", names.Select(name => write(Quote(name))));

    private static string Quote(string name) => JsonValue.Create(name).ToJsonString();
}
