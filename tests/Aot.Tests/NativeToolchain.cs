namespace PowerConnectors.Aot.Tests;

/// <summary>What NativeAOT links with.</summary>
internal static class NativeToolchain
{
    public static void Demand()
    {
        if (OperatingSystem.IsLinux() && !IsOnPath("clang") && !IsOnPath("gcc"))
        {
            throw new InvalidOperationException(
                "NativeAOT links with clang and zlib, and clang is not here. Install clang and zlib's headers (on Debian: apt-get install clang zlib1g-dev), or run tests/run.sh, which does."
            );
        }
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, program)));
}
