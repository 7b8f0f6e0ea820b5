using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Peers.HandWritten;
using PowerConnectors.Json;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Owners with nothing but declared members: what System.Text.Json has its fast path for.</summary>
internal sealed class DeclaredOwners
{
    private readonly ResourceArrayOfFlowPermission _ours;
    private readonly PlainPage _handWritten;

    private DeclaredOwners(ResourceArrayOfFlowPermission ours, PlainPage handWritten)
    {
        _ours = ours;
        _handWritten = handWritten;
    }

    /// <exception cref="InvalidOperationException">Not the same bytes are written.</exception>
    public static DeclaredOwners Make()
    {
        PlainPage page = JsonSerializer.Deserialize(Bodies.Read(Bodies.Owners), HandWrittenContext.Default.PlainPermissions)!;
        byte[] declared = JsonSerializer.SerializeToUtf8Bytes(page, HandWrittenContext.Default.PlainPermissions);
        DeclaredOwners owners = new(ConnectorJson.Parse<ResourceArrayOfFlowPermission>(declared), page);
        return owners.WriteOurs().AsSpan().SequenceEqual(owners.WriteHandWritten())
            ? owners
            : throw new InvalidOperationException("Not the same is written.");
    }

    public byte[] WriteHandWritten() => JsonSerializer.SerializeToUtf8Bytes(_handWritten, HandWrittenContext.Default.PlainPermissions);

    public byte[] WriteOurs() => ConnectorJson.ToUtf8Bytes(_ours);
}
