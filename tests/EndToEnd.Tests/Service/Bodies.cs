using System.Text.Json;
using PowerAutomateManagement;

namespace PowerConnectors.EndToEnd.Tests.Service;

/// <summary>Models to send.</summary>
internal static class Bodies
{
    /// <summary>A flow that the service accepts.</summary>
    public static FlowWithConnectionReferences Flow(ConnectionReferencesArray? references = null) =>
        new()
        {
            Properties = new FlowWithConnectionReferencesProperties
            {
                DisplayName = "New",
                Definition = JsonElement.Parse("""{"triggers":{},"actions":{}}"""),
                State = FlowState.Started,
                ConnectionReferences = references,
            },
        };

    /// <summary>A connection reference to a connector.</summary>
    public static ConnectionReference Reference(string connector, string? alias = null, string? connectionName = null) =>
        new()
        {
            Id = $"/providers/Microsoft.PowerApps/apis/{connector}",
            ConnectionName = connectionName,
            Alias = alias,
        };
}
