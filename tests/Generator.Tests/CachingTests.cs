using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>What a change runs again: by the names of the steps, and by the files whose text is made anew.</summary>
public sealed class CachingTests
{
    private const string Document = "/specs/flowmanagement.swagger.json";
    private const string Overlay = "/specs/flowmanagement.overlay.json";

    private static readonly string[] Steps =
    [
        TrackingNames.Specs,
        TrackingNames.Connectors,
        TrackingNames.Models,
        TrackingNames.Clients,
        TrackingNames.Operations,
        TrackingNames.JsonContexts,
    ];

    // Assemblies whose objects must not live on in the pipeline: they hold on to compilations, or have no equality by value.
    private static readonly string[] Foreign = ["Microsoft.CodeAnalysis", "Microsoft.OpenApi", "System.Text.Json"];

    private readonly Generation _first = Generation.Of(
        new InputFile(Document, Documents.FlowManagement),
        new InputFile(Overlay, Documents.FlowManagementOverlay)
    );

    [Fact]
    public void Every_step_is_tracked_under_its_name() => Assert.Empty(Steps.Except(_first.Result.TrackedSteps.Keys));

    [Fact]
    public void Other_code_runs_nothing_again()
    {
        Generation second = _first.WithCode("namespace Consumer; public class Unrelated;");

        Assert.All(
            Steps,
            step => Assert.All(Reasons(second, step), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason))
        );
        AssertAnew(second);
    }

    [Fact]
    public void White_space_in_the_document_changes_no_model_and_no_file()
    {
        Generation second = _first.With(Document, Documents.FlowManagement.Replace("\n", "\n ", StringComparison.Ordinal));

        Assert.Equal([IncrementalStepRunReason.Modified], Reasons(second, TrackingNames.Specs));
        Assert.NotEqual(IncrementalStepRunReason.Modified, Assert.Single(Reasons(second, TrackingNames.Connectors)));
        AssertAnew(second);
    }

    [Fact]
    public void White_space_in_the_overlay_changes_no_model_and_no_file()
    {
        Generation second = _first.With(Overlay, Documents.FlowManagementOverlay.Replace("\n", "\n ", StringComparison.Ordinal));

        Assert.NotEqual(IncrementalStepRunReason.Modified, Assert.Single(Reasons(second, TrackingNames.Connectors)));
        AssertAnew(second);
    }

    [Fact]
    public void A_changed_definition_makes_its_own_file_anew()
    {
        Generation second = WithDocument(static document =>
            document["definitions"]!["UserIdentity"]!["properties"]!.AsObject().First().Value!["description"] = "Another text."
        );

        AssertAnew(second, "UserIdentity");
    }

    [Fact]
    public void A_removed_member_makes_its_own_file_anew()
    {
        Generation second = WithDocument(static document =>
        {
            System.Text.Json.Nodes.JsonObject members = document["definitions"]!["UserIdentity"]!["properties"]!.AsObject();
            members.Remove(members.Last().Key);
            document["definitions"]!["UserIdentity"]!.AsObject().Remove("required");
        });

        AssertAnew(second, "UserIdentity");
    }

    [Fact]
    public void A_changed_schema_of_an_OpenAPI_3_document_makes_its_own_file_anew()
    {
        string document = File.ReadAllText(
            Path.Combine(Snapshot.ProjectDirectory, "..", "Operations.Tests", "OpenApi3", "library.swagger.json")
        );
        Generation first = Generation.Of(new InputFile(Document, document));

        AssertAnew(first, first.WithCode("namespace Consumer; public class Unrelated;"));
        AssertAnew(first, first.With(Document, document.Replace("\n", "\n ", StringComparison.Ordinal)));
        AssertAnew(
            first,
            first.With(
                Document,
                Documents.Edit(
                    document,
                    static node => node["components"]!["schemas"]!["Person"]!["properties"]!["name"]!["description"] = "Who."
                )
            ),
            "Person"
        );
    }

    [Fact]
    public void An_added_operation_makes_the_file_of_its_tag_anew()
    {
        Generation second = WithDocument(static document =>
        {
            System.Text.Json.Nodes.JsonNode added = document["paths"]!["/{connectionId}/apis"]!.DeepClone();
            added["get"]!["operationId"] = "ListMoreConnectors";
            document["paths"]!["/{connectionId}/moreApis"] = added;
        });

        AssertAnew(second, "PowerAutomateManagementClient.Connectors");
    }

    [Fact]
    public void A_fresh_document_makes_anew_what_it_changes()
    {
        Generation second = WithDocument(static document =>
        {
            document["host"] = "europe-001.azure-apihub.example";
            System.Text.Json.Nodes.JsonNode added = document["paths"]!["/{connectionId}/apis"]!.DeepClone();
            added["get"]!["operationId"] = "ListMoreConnectors";
            document["paths"]!["/{connectionId}/moreApis"] = added;
            document["definitions"]!["UserIdentity"]!["properties"]!.AsObject().Remove("userType");
            document["definitions"]!["UserIdentity"]!.AsObject().Remove("required");
        });

        AssertAnew(second, "PowerAutomateManagementClient", "PowerAutomateManagementClient.Connectors", "UserIdentity");
    }

    [Fact]
    public void An_added_type_makes_its_own_file_and_the_serializer_context()
    {
        Generation second = WithDocument(static document =>
            document["definitions"]!["AnotherThing"] = System.Text.Json.Nodes.JsonNode.Parse(
                """{ "type": "object", "properties": { "name": { "type": "string" } } }"""
            )
        );

        AssertTexts(_first, second, "AnotherThing", "PowerAutomateManagementJsonContext");
    }

    [Fact]
    public void A_removed_type_makes_only_the_serializer_context_anew()
    {
        Generation with = Generation.Of(Documents.With(Documents.Get("GetThing"), Types("A", "B", "C")));

        Generation without = with.With(Documents.Path, Documents.With(Documents.Get("GetThing"), Types("A", "C")));

        AssertTexts(with, without, "ContosoJsonContext");
    }

    [Fact]
    public void A_changed_overlay_makes_anew_what_it_says_something_about()
    {
        Generation second = _first.With(
            Overlay,
            Documents.Edit(
                Documents.FlowManagementOverlay,
                static overlay =>
                    overlay["actions"]!
                        .AsArray()
                        .Add(
                            System.Text.Json.Nodes.JsonNode.Parse(
                                """{ "target": "$.definitions.UserIdentity", "update": { "properties": { "added": { "type": "string" } } } }"""
                            )
                        )
            )
        );

        AssertAnew(second, "UserIdentity");
    }

    [Fact]
    public void Another_document_is_not_made_anew()
    {
        Generation both = Generation.Of(
            new InputFile("/a.swagger.json", Documents.With(Documents.Get("GetA"), Types("A"))),
            new InputFile("/b.swagger.json", Documents.With(Documents.Get("GetB"), Types("B")), ("ConnectorNamespace", "Other"))
        );

        Generation second = both.With("/b.swagger.json", Documents.With(Documents.Get("GetB2"), Types("B")));

        Assert.Equal(
            ["Other.ContosoClient.Operations.g.cs"],
            second.Sources.Where(source => both.Sources.GetValueOrDefault(source.Key) != source.Value).Select(static source => source.Key)
        );
        Assert.Single(Reasons(second, TrackingNames.Operations), static reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void No_step_holds_on_to_objects_of_the_compiler_or_of_the_readers()
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach (string step in Steps)
        {
            foreach (object value in Values(_first, step))
            {
                Walk(value, step, seen);
            }
        }

        Assert.True(seen.Count > 1000, $"Only {seen.Count} objects were seen.");
    }

    [Fact]
    public void Models_of_two_runs_are_equal_by_value()
    {
        Generation other = Generation.Of(
            new InputFile(Document, Documents.FlowManagement),
            new InputFile(Overlay, Documents.FlowManagementOverlay)
        );

        foreach (string step in Steps)
        {
            object[] values = [.. Values(_first, step)];
            object[] others = [.. Values(other, step)];
            Assert.NotEmpty(values);
            Assert.Equal(values.Length, others.Length);
            for (int i = 0; i < values.Length; i++)
            {
                Assert.NotSame(values[i], others[i]);
                Assert.True(values[i].Equals(others[i]), $"{step}: {values[i].GetType()}");
                Assert.Equal(values[i].GetHashCode(), others[i].GetHashCode());
            }
        }
    }

    private static string Types(params string[] names) =>
        string.Join(
            ",\n",
            names.Select(static name => $$"""  "{{name}}": { "type": "object", "properties": { "x": { "type": "string" } } }""")
        );

    private static IEnumerable<IncrementalStepRunReason> Reasons(Generation generation, string step) =>
        generation.Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason);

    private static IEnumerable<object> Values(Generation generation, string step) =>
        generation.Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Value);

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        Type? type = value?.GetType();
        if (type is null || type.IsPrimitive || type.IsEnum || type == typeof(string) || (!type.IsValueType && !seen.Add(value!)))
        {
            return;
        }

        string assembly = type.Assembly.GetName().Name!;
        Assert.False(Array.Exists(Foreign, name => assembly.StartsWith(name, StringComparison.Ordinal)), $"{path} is a {type}.");
        if (value is Array items)
        {
            foreach (object? item in items)
            {
                Walk(item, $"{path}[]", seen);
            }
        }

        for (Type? part = type; part is not null && part != typeof(object); part = part.BaseType)
        {
            foreach (
                FieldInfo field in part.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }

    private Generation WithDocument(Action<System.Text.Json.Nodes.JsonNode> change) =>
        _first.With(Document, Documents.Edit(Documents.FlowManagement, change));

    private void AssertAnew(Generation second, params string[] files) => AssertAnew(_first, second, files);

    /// <summary>Only these files have another text, and no more outputs than they were run.</summary>
    private static void AssertAnew(Generation first, Generation second, params string[] files)
    {
        AssertTexts(first, second, files);
        ImmutableArray<IncrementalGeneratorRunStep> outputs = [.. second.Result.TrackedOutputSteps.SelectMany(static step => step.Value)];
        int run = outputs.Count(static step =>
            step.Outputs.Any(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
        );
        Assert.Equal(files.Length, run);
    }

    /// <summary>
    /// Only these files have another text. Where a type comes or goes, the compiler compares the types behind it by position, and so has the files of those
    /// written again too; their text is the same.
    /// </summary>
    private static void AssertTexts(Generation first, Generation second, params string[] files)
    {
        Assert.Empty(second.Diagnostics);
        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            second
                .Sources.Where(source => first.Sources.GetValueOrDefault(source.Key) != source.Value)
                .Select(static source => source.Key[(source.Key.IndexOf('.', StringComparison.Ordinal) + 1)..^5])
                .Order(StringComparer.Ordinal)
        );
    }
}
