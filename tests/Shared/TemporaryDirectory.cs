namespace PowerConnectors.Testing;

/// <summary>A directory outside the repository, gone with this.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("powerconnectors-").FullName;

    public string PathOf(string path) => System.IO.Path.Combine(Path, path);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Somebody still holds a file; the system clears its temporary files.
        }
    }
}
