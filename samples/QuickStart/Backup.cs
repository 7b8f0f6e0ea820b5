using System.Text.Json;
using PowerAutomateManagement;

namespace PowerConnectors.QuickStart;

/// <summary>Saves flows as JSON files with everything that the service said, and reads them back.</summary>
internal static class Backup
{
    private static readonly PowerAutomateManagementJsonContext Json = new(new JsonSerializerOptions { WriteIndented = true });

    public static async Task<string> SaveAsync(FlowWithConnectionReferences flow, CancellationToken cancellationToken)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("flow-backup-").FullName, $"{flow.Name}.json");
        await using FileStream stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, flow, Json.FlowWithConnectionReferences, cancellationToken);
        return file;
    }

    public static async Task<FlowWithConnectionReferences> LoadAsync(string file, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(file);
        return await JsonSerializer.DeserializeAsync(stream, Json.FlowWithConnectionReferences, cancellationToken)
            ?? throw new TourException($"{file} holds no flow.");
    }
}
