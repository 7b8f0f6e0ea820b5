namespace PowerConnectors.Aot.Tests;

/// <summary>A published program.</summary>
/// <param name="Binary">The path of its binary.</param>
/// <param name="MapFile">The path of the compiler's list of what the binary holds.</param>
/// <param name="PublishOutput">What publishing it printed.</param>
internal sealed record Consumer(string Binary, string MapFile, string PublishOutput)
{
    public long Size => new FileInfo(Binary).Length;
}
