using PowerConnectors.Json;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A model that holds models, for paths into a body.</summary>
public sealed class OrderList : ConnectorModel, IConnectorModel<OrderList>
{
    private static readonly ModelMembers s_members = new(["orders"]);

    public IList<Order>? Orders { get; set; }

    protected internal override ModelMembers DeclaredMembers => s_members;

    protected internal override void ReadMember(ref ModelReader reader, int member) => Orders = reader.ReadModels<Order>(this);

    protected internal override void WriteMembers(ObjectWriter members) =>
        members.WriteList(0, Orders, static (item, order) => item.WriteModel(order));

    static OrderList IConnectorModel<OrderList>.Create() => new();
}
