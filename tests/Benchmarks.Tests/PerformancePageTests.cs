using PowerConnectors.Benchmarks.Calls;
using PowerConnectors.Benchmarks.Reporting;
using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks.Tests;

public sealed class PerformancePageTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public void Every_suite_has_its_place()
    {
        string page = File.ReadAllText(Repository.PathOf("docs/performance.md"));

        Assert.All(Suites.All, suite => Assert.Contains($"<!-- begin {suite.Name} -->", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_suite_replaces_what_it_wrote_before_and_nothing_else()
    {
        string path = _directory.PathOf("page.md");
        File.WriteAllText(path, "before\n<!-- begin call -->\nold\n<!-- end call -->\nafter\n");

        PerformancePage.Replace(path, new CallSuite(), "new");
        PerformancePage.Replace(path, new CallSuite(), "newer");

        string page = File.ReadAllText(path);
        Assert.StartsWith("before\n<!-- begin call -->\n", page, StringComparison.Ordinal);
        Assert.EndsWith("\nnewer\n\n<!-- end call -->\nafter\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("old", page, StringComparison.Ordinal);
        Assert.DoesNotContain("new\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_a_place_is_left_alone()
    {
        string path = _directory.PathOf("page.md");
        File.WriteAllText(path, "nothing");

        Assert.Throws<InvalidOperationException>(() => PerformancePage.Replace(path, new CallSuite(), "new"));
        Assert.Equal("nothing", File.ReadAllText(path));
    }

    public void Dispose() => _directory.Dispose();
}
