using System.Text.Json.Nodes;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Flows;

/// <summary>What of a flow each operation answers.</summary>
internal sealed class FlowShapes(EmulatorOptions options)
{
    private const string Definition = "definition";
    private const string EstimatedSuspension = "estimatedSuspensionData";

    private static readonly string[] LeftOutOfAdminList =
    [
        Definition,
        ConnectionReferences.Member,
        "definitionSummary",
        "templateName",
        "flowTriggerUri",
        "installationStatus",
        "referencedResources",
        "licenseData",
    ];

    /// <summary>One of the caller's flows in full.</summary>
    public JsonObject Full(FlowRecord flow) => Shape(flow, ReferenceShape.Array, [EstimatedSuspension]);

    /// <summary>A flow that has just been created or changed.</summary>
    public JsonObject Saved(FlowRecord flow) => Shape(flow, ReferenceShape.Dictionary, [EstimatedSuspension]);

    /// <summary>An entry of a list.</summary>
    public JsonObject Listed(FlowRecord flow, bool suspension) =>
        Shape(flow, ReferenceShape.Dictionary, suspension ? [Definition] : [Definition, EstimatedSuspension]);

    /// <summary>An entry of the newer list for administrators.</summary>
    public JsonObject ListedBriefly(FlowRecord flow, bool suspension) =>
        Shape(flow, ReferenceShape.Dictionary, suspension ? LeftOutOfAdminList : [.. LeftOutOfAdminList, EstimatedSuspension]);

    /// <summary>Any flow, for an administrator.</summary>
    public JsonObject ForAdmin(FlowRecord flow, bool definition) =>
        Shape(flow, ReferenceShape.Array, definition ? [EstimatedSuspension] : [Definition, EstimatedSuspension]);

    private JsonObject Shape(FlowRecord flow, ReferenceShape declared, IReadOnlyCollection<string> leftOut)
    {
        var shape = options.OtherReferenceShape ? Other(declared) : declared;
        var properties = new JsonObject();
        foreach (var (name, value) in flow.Properties)
        {
            if (!leftOut.Contains(name))
            {
                properties[name] = name == ConnectionReferences.Member ? ConnectionReferences.InShape(value, shape) : value?.DeepClone();
            }
        }

        return new JsonObject
        {
            ["name"] = flow.Name,
            ["id"] = $"/providers/Microsoft.ProcessSimple/environments/{flow.Environment}/flows/{flow.Name}",
            ["type"] = "Microsoft.ProcessSimple/environments/flows",
            ["properties"] = properties,
        };
    }

    private static ReferenceShape Other(ReferenceShape shape) =>
        shape == ReferenceShape.Array ? ReferenceShape.Dictionary : ReferenceShape.Array;
}
