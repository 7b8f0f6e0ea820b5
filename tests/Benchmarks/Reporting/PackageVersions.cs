using System.Xml.Linq;
using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks.Reporting;

/// <summary>The versions of packages that the repository names.</summary>
internal static class PackageVersions
{
    public static string Of(string package) =>
        XDocument
            .Load(Repository.PathOf("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(element => (string?)element.Attribute("Include") == package)
            .Attribute("Version")!
            .Value;
}
