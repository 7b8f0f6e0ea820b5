namespace PowerConnectors.Package.Tests;

public sealed class LibraryTests(PackageFeed feed)
{
    private const string Properties =
        "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>";

    [Fact]
    public async Task An_app_over_a_library_with_generated_code_does_not_generate_it_again()
    {
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        directory.WriteProject("Library", directory.Reference + ConsumerDirectory.Documents, isLibrary: true, Properties);
        directory.CopyDocuments("Library");

        // The app even sees the same documents, as with an AdditionalFiles item for all projects of a directory; but it did not ask for the generator.
        directory.WriteProject(
            "App",
            "<ProjectReference Include=\"../Library/Library.csproj\" />" + ConsumerDirectory.Documents,
            properties: Properties
        );
        directory.CopyDocuments("App");
        directory.Write("App/Program.cs", "Console.WriteLine(typeof(PowerAutomateManagement.FlowState).Assembly.GetName().Name);");

        (await directory.BuildAsync("App")).Succeeded();

        Assert.Equal(["Library"], (await directory.RunAsync("App")).Succeeded().Lines);
        Assert.NotEmpty(Generated(directory, "Library"));
        Assert.Empty(Generated(directory, "App"));
    }

    private static IEnumerable<string> Generated(ConsumerDirectory directory, string project)
    {
        string path = directory.PathOf($"{project}/obj/Debug/net10.0/generated/PowerConnectors.Generator");
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [];
    }
}
