using PowerConnectors.Json;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A model that holds models, for paths into a body.</summary>
public sealed class OrderList : ConnectorModel, IConnectorModel<OrderList>
{
    public IList<Order>? Orders { get; set; }

    protected internal override bool IsDeclared(string memberName) => memberName is "orders";

    static OrderList IConnectorModel<OrderList>.ReadJson(ref ModelReader reader)
    {
        int mark = reader.BeginObject();
        OrderList value = new();
        while (reader.ReadMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("orders"u8))
            {
                value.Orders = reader.IsNull(value) ? null : reader.ReadModels<Order>();
            }
            else
            {
                reader.KeepMember();
            }
        }

        reader.EndObject(value, mark);
        return value;
    }

    static void IConnectorModel<OrderList>.WriteJson(ModelWriter writer, OrderList value)
    {
        ObjectWriter members = writer.BeginObject(value);
        members.WriteList("orders"u8, value.Orders, static (item, order) => item.WriteModel(order));
        members.End();
    }
}
