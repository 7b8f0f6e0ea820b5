using PowerConnectors.Emulator.Seeding;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Flows;

/// <summary>The address that starts a flow. Whoever knows it may start the flow: the signature in it is a secret.</summary>
internal static class CallbackUrl
{
    public static string Of(FlowRecord flow)
    {
        var workflow = flow.Name.Replace("-", "", StringComparison.Ordinal);
        var signature = StableGuid.Of("signature", flow.Name).Replace("-", "", StringComparison.Ordinal);
        return $"https://prod-01.westeurope.logic.azure.example:443/workflows/{workflow}/triggers/manual/paths/invoke"
            + $"?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig={signature}";
    }
}
