using System.Text.RegularExpressions;

namespace PowerConnectors.Package.Tests;

public sealed partial class DocumentTests(PackageFeed feed)
{
    /// <summary>Prints what the client looks like in this build.</summary>
    private const string Program = """
        using PowerAutomateManagement;

        foreach (var constructor in typeof(PowerAutomateManagementClient).GetConstructors())
            Console.WriteLine($"new({string.Join(", ", constructor.GetParameters().Select(parameter => parameter.Name))})");
        Console.WriteLine($"CopyFlowAsync: {typeof(PowerAutomateManagementClient).GetMethod("CopyFlowAsync") is not null}");
        Console.WriteLine($"InstallationStatus: {typeof(FlowProperties).GetProperty("InstallationStatus") is not null}");
        """;

    private const string Properties =
        "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>$(WarningsNotAsErrors);PCG008</WarningsNotAsErrors>";

    [Fact]
    public async Task A_fresh_document_is_in_the_next_build_and_an_overlay_that_no_longer_fits_is_reported()
    {
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        directory.WriteProject("App", directory.Reference + ConsumerDirectory.Documents, properties: Properties);
        directory.CopyDocuments("App");
        directory.Write("App/Program.cs", Program);

        (await directory.BuildAsync("App")).Succeeded();
        Assert.Equal(
            ["new(endpoint, connectionId, credential, options)", "CopyFlowAsync: False", "InstallationStatus: True"],
            (await directory.RunAsync("App")).Succeeded().Lines
        );

        directory.Write("App/specs/flowmanagement.swagger.json", FreshDocument.Make());
        ProcessResult build = (await directory.BuildAsync("App", "--no-restore")).Succeeded();
        Assert.Equal(
            [
                "new(endpoint, connectionId, credential, options)",
                "new(connectionId, credential, options)",
                "CopyFlowAsync: True",
                "InstallationStatus: False",
            ],
            (await directory.RunAsync("App")).Succeeded().Lines
        );

        string overlay = directory.PathOf("App/specs/flowmanagement.overlay.json");
        string finding = Assert.Single(Findings(build));
        Assert.StartsWith($"{overlay}({Position(overlay, FreshDocument.LostTarget)}): warning PCG008: ", finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_listed_twice_is_one_with_the_later_metadata()
    {
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        directory.WriteProject(
            "App",
            directory.Reference
                + ConsumerDirectory.Documents
                + """<AdditionalFiles Include="./specs/flowmanagement.swagger.json" ConnectorClientName="FlowsClient" ConnectorNamespace="Flows" />"""
        );
        directory.CopyDocuments("App");
        directory.Write("App/Program.cs", "Console.WriteLine(typeof(Flows.FlowsClient));");

        (await directory.BuildAsync("App")).Succeeded();

        Assert.Equal(["Flows.FlowsClient"], (await directory.RunAsync("App")).Succeeded().Lines);
    }

    [Fact]
    public async Task A_pattern_that_fits_no_file_is_told()
    {
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        directory.WriteProject("App", directory.Reference + ConsumerDirectory.Documents, properties: "");
        directory.Write("App/spec/contoso.swagger.json", "{}");
        directory.Write("App/Program.cs", "Console.WriteLine();");

        ProcessResult build = (await directory.BuildAsync("App")).Succeeded();

        Assert.Contains("warning PCG026", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_of_an_earlier_framework_is_refused_when_it_is_restored()
    {
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        directory.WriteProject("App", directory.Reference, properties: "<TargetFramework>net9.0</TargetFramework>");
        directory.Write("App/Program.cs", "Console.WriteLine();");

        ProcessResult build = await directory.BuildAsync("App");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains($"NU1202: Package PowerConnectors.Generator {feed.Version}", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_document_is_an_error_at_its_position_and_nothing_is_said_of_the_generator()
    {
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        directory.WriteProject("App", directory.Reference + ConsumerDirectory.Documents);
        directory.Write("App/specs/broken.swagger.json", "{\n  \"swagger\": \"2.0\",\n  \"info\": }\n\n");
        directory.Write("App/Program.cs", "using Broken;\n\nConsole.WriteLine(typeof(BrokenClient));\n");

        ProcessResult build = await directory.BuildAsync("App");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(
            [
                $"{directory.PathOf("App/specs/broken.swagger.json")}(3,11): error PCG001",
                $"{directory.PathOf("App/Program.cs")}(1,7): error CS0246",
            ],
            Findings(build).Select(static finding => WithoutText().Match(finding).Value).Order(StringComparer.Ordinal).Reverse()
        );
    }

    private static IReadOnlyList<string> Findings(ProcessResult build) =>
        [.. build.Lines.Where(static line => WithoutText().IsMatch(line)).Distinct(StringComparer.Ordinal)];

    /// <summary>The line and column, counted from 1, at which the string stands.</summary>
    private static string Position(string file, string text)
    {
        string[] lines = File.ReadAllLines(file);
        int line = Array.FindIndex(lines, candidate => candidate.Contains(text, StringComparison.Ordinal));
        return $"{line + 1},{lines[line].IndexOf(text, StringComparison.Ordinal) + 1}";
    }

    [GeneratedRegex(@"^.*: (error|warning) [A-Z]+\d+")]
    private static partial Regex WithoutText();
}
