namespace PowerConnectors.Testing;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "CodeGen.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException($"No CodeGen.sln above {AppContext.BaseDirectory}.");
    }
}
