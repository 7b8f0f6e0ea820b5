using PowerConnectors.Json;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A model as the generator emits them: an id that only the service sets, a required name, an optional quantity and undeclared members.</summary>
public sealed class Order : ConnectorModel, IConnectorModel<Order>
{
    public string? Id { get; set; }

    public required string Name { get; set; }

    public int? Quantity { get; set; }

    protected internal override bool IsDeclared(string memberName) => memberName is "id" or "name" or "quantity";

    static Order IConnectorModel<Order>.ReadJson(ref ModelReader reader)
    {
        int mark = reader.BeginObject();
        Order value = new() { Name = null! };
        while (reader.ReadMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("id"u8))
            {
                value.Id = reader.IsNull(value) ? null : reader.ReadString();
            }
            else if (name.SequenceEqual("name"u8))
            {
                value.Name = reader.IsNull(value) ? null! : reader.ReadString();
            }
            else if (name.SequenceEqual("quantity"u8))
            {
                value.Quantity = reader.IsNull(value) ? null : reader.ReadInt32();
            }
            else
            {
                reader.KeepMember();
            }
        }

        reader.EndObject(value, mark);
        if (value.Name is null)
        {
            reader.Missing("name"u8);
        }

        return value;
    }

    static void IConnectorModel<Order>.WriteJson(ModelWriter writer, Order value)
    {
        ObjectWriter members = writer.BeginObject(value);
        members.WriteString("id"u8, value.Id, MemberRules.ReadOnly);
        members.WriteString("name"u8, value.Name, MemberRules.Required);
        members.WriteInt64("quantity"u8, value.Quantity);
        members.End();
    }
}
