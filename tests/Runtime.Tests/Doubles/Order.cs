using PowerConnectors.Json;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A model as the generator emits them: an id that only the service sets, a required name, an optional quantity and undeclared members.</summary>
public sealed class Order : ConnectorModel, IConnectorModel<Order>
{
    private static readonly ModelMembers s_members = new(["id", "name", "quantity"], required: [1], readOnly: [0]);

    public string? Id { get; set; }

    public required string Name { get; set; }

    public int? Quantity { get; set; }

    protected internal override ModelMembers DeclaredMembers => s_members;

    protected internal override void ReadMember(ref ModelReader reader, int member)
    {
        switch (member)
        {
            case 0:
                Id = reader.ReadString(this);
                break;
            case 1:
                Name = reader.ReadString(this)!;
                break;
            case 2:
                Quantity = reader.ReadInt32(this);
                break;
        }
    }

    protected internal override void WriteMembers(ObjectWriter members)
    {
        members.WriteString(0, Id);
        members.WriteString(1, Name);
        members.WriteInt64(2, Quantity);
    }

    static Order IConnectorModel<Order>.Create() => new() { Name = null! };
}
