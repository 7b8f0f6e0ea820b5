using System.Text.Json;
using PowerConnectors.Soak.Service;

namespace PowerConnectors.Soak.Calls;

/// <summary>Tells one write from all others: by what it makes, or else by the flow that it is about.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Subject">A flow's name, or the name of what is made.</param>
internal readonly record struct WriteKey(string Operation, string Subject)
{
    /// <summary>The key of a call.</summary>
    public static WriteKey Of(int call, IReadOnlyList<string> flowNames)
    {
        WriteKind kind = CallPlan.KindOf(call);
        bool makes = kind is WriteKind.CreateFlow or WriteKind.CreateConnection;
        return new WriteKey(kind.ToString(), makes ? CallPlan.NameOf(call) : flowNames[CallPlan.FlowOf(call)]);
    }

    /// <summary>The key that a recorded request has.</summary>
    public static WriteKey Of(ServiceRecord record)
    {
        string operation = record.OperationId!;
        string subject = operation switch
        {
            nameof(WriteKind.CreateFlow) => Properties(record).GetProperty("displayName").GetString()!,
            nameof(WriteKind.CreateConnection) => Properties(record).GetProperty("connectionParameters").GetProperty("name").GetString()!,
            _ => record.Target.Split("/flows/")[1].Split('/')[0],
        };
        return new WriteKey(operation, subject);
    }

    private static JsonElement Properties(ServiceRecord record) => JsonElement.Parse(record.Body).GetProperty("properties");
}
