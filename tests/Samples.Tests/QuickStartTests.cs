namespace PowerConnectors.Samples.Tests;

/// <summary>The program that the README tells a newcomer to run first.</summary>
public sealed class QuickStartTests
{
    [Fact]
    public async Task Without_arguments_it_does_the_main_job_against_an_emulator()
    {
        ProcessResult result = await RunAsync();

        string output = result.Succeeded().Output;
        string[] account =
        [
            "620 flows on 3 pages",
            "Backed up to",
            "Created",
            "shared_sql",
            "After StopFlow: Stopped",
            "After StartFlow: Started",
            "Deleted the copy: 200",
            "Added an owner",
            "Added a group",
            "202 Accepted",
            "FlowNotFound",
            "$.properties.connectionReferences",
            "Done.",
        ];
        Assert.All(account, text => Assert.Contains(text, OneLine(output), StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_says_what_the_service_says_and_fails()
    {
        ProcessResult result = await RunAsync("--environment", "nope");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("ListMyFlows failed: 403 Forbidden, EnvironmentAccessDenied", OneLine(result.Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--endpoint and --connection go together.", "--endpoint", "https://example.invalid/apim/flowmanagement")]
    [InlineData("--endpoint and --connection go together.", "--connection", "x")]
    [InlineData("'nonsense' is none.", "--endpoint", "nonsense", "--connection", "x")]
    [InlineData("must use https", "--endpoint", "http://example.invalid/apim", "--connection", "x")]
    [InlineData("--wrong", "--wrong")]
    public async Task Wrong_arguments_are_explained_before_anything_is_sent(string explanation, params string[] arguments)
    {
        ProcessResult result = await RunAsync(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(explanation, OneLine(result.Output), StringComparison.Ordinal);
    }

    private static Task<ProcessResult> RunAsync(params string[] arguments) =>
        DotNet.RunAsync(
            AppContext.BaseDirectory,
            [Path.Combine(AppContext.BaseDirectory, "QuickStart.dll"), .. arguments],
            TestContext.Current.CancellationToken
        );

    // Where lines break depends on the width of the window.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
