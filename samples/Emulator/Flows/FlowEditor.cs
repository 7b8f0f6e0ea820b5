using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Endpoints;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Flows;

/// <summary>Creates, changes, deletes and restores flows.</summary>
internal static class FlowEditor
{
    private const string SuspensionTime = "flowSuspensionTime";

    /// <summary>Makes a flow of the call's body. Its name follows from the environment, its title and how many flows there are.</summary>
    public static FlowRecord Create(OperationCall call)
    {
        var environment = call.Environment;
        var sent = Sent(call);
        DefinitionAliases.Check(sent["definition"], sent[ConnectionReferences.Member]);
        var content = new FlowContent(
            sent["displayName"]!.GetValue<string>(),
            sent["definition"]!.DeepClone().AsObject(),
            sent["state"]!.GetValue<string>(),
            sent[ConnectionReferences.Member]?.DeepClone()
        );
        var count = environment.Flows.Count.ToString(CultureInfo.InvariantCulture);
        var name = StableGuid.Of("created", environment.Name, content.DisplayName, count);
        var flow = FlowFactory.Create(environment.Name, name, content, WireTime.Format(call.Now));
        environment.Add(flow);
        return flow;
    }

    /// <summary>Puts the members that were sent in place of those that were there; what was not sent stays.</summary>
    public static void Update(FlowRecord flow, OperationCall call)
    {
        var sent = Sent(call);
        var references = sent.ContainsKey(ConnectionReferences.Member) ? sent : flow.Properties;
        DefinitionAliases.Check(sent["definition"], references[ConnectionReferences.Member]);
        foreach (var (name, value) in sent)
        {
            flow.Properties[name] = value?.DeepClone();
        }

        flow.Properties["definitionSummary"] = DefinitionSummary.Of(flow.Definition!);
        Touch(flow, call);
    }

    /// <summary>Turns a flow on or off. A suspended flow that is turned on is no longer suspended.</summary>
    public static void Switch(FlowRecord flow, string state, OperationCall call)
    {
        flow.State = state;
        flow.Properties["flowSuspensionReason"] = "None";
        flow.Properties.Remove(SuspensionTime);
        Touch(flow, call);
    }

    public static void Suspend(FlowRecord flow, string reason, string time)
    {
        flow.State = "Suspended";
        flow.Properties["flowSuspensionReason"] = reason;
        flow.Properties[SuspensionTime] = time;
    }

    private static void Touch(FlowRecord flow, OperationCall call) => flow.Properties["lastModifiedTime"] = WireTime.Format(call.Now);

    private static JsonObject Sent(OperationCall call)
    {
        var sent = call.Body!["properties"]!.DeepClone().AsObject();
        if (sent[ConnectionReferences.Member] is JsonArray references)
        {
            sent[ConnectionReferences.Member] = ConnectionReferences.FromArray(references);
        }

        return sent;
    }
}
