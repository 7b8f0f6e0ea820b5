using System.Globalization;
using System.Runtime.InteropServices;

namespace PowerConnectors.Benchmarks.Reporting;

/// <summary>Where and with what was measured.</summary>
internal static class Conditions
{
    private static readonly string[] s_packages = ["NSwag.MSBuild", "Refit"];

    /// <summary>One line: date, machine, versions, how busy the machine was.</summary>
    public static string Describe()
    {
        string packages = string.Join(", ", s_packages.Select(static name => $"{name} {PackageVersions.Of(name)}"));
        string date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"{date} UTC; {Processor()}, {Environment.ProcessorCount} cores; {RuntimeInformation.OSDescription}; "
            + $"{RuntimeInformation.FrameworkDescription}; {packages}.{Load()}";
    }

    private static string Processor()
    {
        const string Name = "model name";
        const string Path = "/proc/cpuinfo";
        string? line = File.Exists(Path)
            ? File.ReadLines(Path).FirstOrDefault(static line => line.StartsWith(Name, StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }

    // What else ran in the last quarter of an hour makes figures worse, and nobody sees it in them.
    private static string Load()
    {
        const string Path = "/proc/loadavg";
        return File.Exists(Path) ? $" Load average over 15 minutes: {File.ReadAllText(Path).Split(' ')[2]}." : "";
    }
}
