using System.Reflection;
using System.Text;

namespace PowerConnectors.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with what stands under Snapshots, in Verify's file convention: the expected text is <c>Name.verified.cs</c>; a differing one is
/// written beside it as <c>Name.received.cs</c>. Set ACCEPT_SNAPSHOTS=1 to take the received texts for the expected ones.
/// </summary>
internal static class Snapshot
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Checks that the folder holds exactly these files with these texts.</summary>
    public static void Verify(string folder, IReadOnlyDictionary<string, string> files)
    {
        string directory = Path.Combine(ProjectDirectory, "Snapshots", folder);
        Directory.CreateDirectory(directory);
        bool accepts = Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1";
        List<string> differing = [];
        foreach ((string hintName, string text) in files.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            string name = hintName.EndsWith(".g.cs", StringComparison.Ordinal) ? hintName[..^5] : hintName;
            string verified = Path.Combine(directory, $"{name}.verified.cs");
            string received = Path.Combine(directory, $"{name}.received.cs");
            File.Delete(received);
            if (File.Exists(verified) && Utf8.GetString(File.ReadAllBytes(verified)) == text)
            {
                continue;
            }

            differing.Add(name);
            File.WriteAllText(accepts ? verified : received, text, Utf8);
        }

        HashSet<string> expected = [.. files.Keys.Select(static name => $"{name[..^5]}.verified.cs")];
        foreach (string stale in Directory.GetFiles(directory, "*.verified.cs").Where(path => !expected.Contains(Path.GetFileName(path))))
        {
            differing.Add($"{Path.GetFileName(stale)} (no longer generated)");
            if (accepts)
            {
                File.Delete(stale);
            }
        }

        Assert.True(
            accepts || differing.Count == 0,
            $"Not as in Snapshots/{folder}: {string.Join(", ", differing)}. Compare the .received.cs files with the .verified.cs files; "
                + "if the difference is wanted, run the tests once with ACCEPT_SNAPSHOTS=1 and commit."
        );
    }

    // Not from the compiler, which maps paths where it builds for a release.
    public static string ProjectDirectory =>
        typeof(Snapshot)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static data => data.Key == "ProjectDirectory")
            .Value!;
}
