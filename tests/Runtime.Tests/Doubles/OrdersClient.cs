using Azure;
using Azure.Core;
using PowerConnectors.Authentication;
using PowerConnectors.Http;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A client as the generator emits them.</summary>
public class OrdersClient : ConnectorClient
{
    public const string DocumentScope = "https://orders.example/.default";

    public const string Name = "Orders";

    protected OrdersClient()
    {
        ConnectionId = "";
    }

    public OrdersClient(
        Uri endpoint,
        string connectionId,
        TokenCredential credential,
        ConnectorClientOptions? options = null,
        string name = Name
    )
        : base(endpoint, credential, options, Describe(name), RequireText(connectionId))
    {
        ConnectionId = connectionId;
    }

    public OrdersClient(
        Uri endpoint,
        string connectionId,
        IReadOnlyList<ConnectorCredential> credentials,
        ConnectorClientOptions? options = null
    )
        : base(endpoint, credentials, options, Describe(Name), RequireText(connectionId))
    {
        ConnectionId = connectionId;
    }

    public string ConnectionId { get; }

    public virtual Task<Response<Order>> GetOrderAsync(string orderId, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("GetOrder", HttpMethod.Get, "/orders/");
        request.AppendPathParameter("orderId", orderId);
        return SendAsync<Order>(request, cancellationToken);
    }

    public virtual Task<Response<Order>> UpdateOrderAsync(string orderId, Order? order, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("UpdateOrder", HttpMethod.Patch, "/orders/");
        request.AppendPathParameter("orderId", orderId);
        request.SetBody("order", order);
        return SendAsync<Order>(request, cancellationToken);
    }

    public virtual Task<Response> ImportOrdersAsync(OrderList orders, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("ImportOrders", HttpMethod.Post, "/import");
        request.SetBody("orders", orders);
        return SendAsync(request, cancellationToken);
    }

    public virtual Task<Response> TagOrderAsync(string orderId, IList<string> tags, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("TagOrder", HttpMethod.Put, "/tags/");
        request.AppendPathParameter("orderId", orderId);
        request.SetBody("tags", tags, static (writer, value) => writer.WriteList(value!, static (item, tag) => item.WriteString(tag)));
        return SendAsync(request, cancellationToken);
    }

    public virtual Task<Response> CancelOrderAsync(string orderId, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("CancelOrder", HttpMethod.Post, "/orders/");
        request.AppendPathParameter("orderId", orderId);
        request.AppendPath("/cancel");
        return SendAsync(request, cancellationToken);
    }

    public virtual Task<Response> StartOrderAsync(string orderId, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("StartOrder", HttpMethod.Post, "/orders/", isRepeatable: true);
        request.AppendPathParameter("orderId", orderId);
        request.AppendPath("/start");
        return SendAsync(request, cancellationToken);
    }

    public virtual Task<Response> HeadOrderAsync(string orderId, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("HeadOrder", HttpMethod.Head, "/orders/");
        request.AppendPathParameter("orderId", orderId);
        return SendAsync(request, cancellationToken);
    }

    public virtual Task<Response> AttachAsync(string orderId, Stream content, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("Attach", HttpMethod.Put, "/attachments/");
        request.AppendPathParameter("orderId", orderId);
        request.SetContent("content", content, "application/octet-stream");
        return SendAsync(request, cancellationToken);
    }

    public virtual Task<Response> DeleteOrderAsync(string orderId, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("DeleteOrder", HttpMethod.Delete, "/orders/");
        request.AppendPathParameter("orderId", orderId);
        return SendAsync(request, cancellationToken);
    }

    public virtual Task<Response<Order>> UnlockOrderAsync(
        string shareKey,
        string? pin = null,
        CancellationToken cancellationToken = default
    )
    {
        ConnectorRequest request = Begin("UnlockOrder", HttpMethod.Put, "/unlock/");
        request.AppendPathParameter("shareKey", shareKey);
        request.KeepSecret(shareKey);
        request.KeepSecret(pin);
        request.AppendQuery("pin", pin);
        return SendAsync<Order>(request, cancellationToken);
    }

    /// <summary>Parameters that are parts of segments.</summary>
    public virtual Task<Response> PickAsync(
        string list,
        string key,
        string extension,
        string? filter = null,
        CancellationToken cancellationToken = default
    )
    {
        ConnectorRequest request = Begin("Pick", HttpMethod.Get, "/pick('");
        request.AppendPathParameter("list", list);
        request.AppendPath("')/x/");
        request.AppendPathParameter("key", key);
        request.AppendPathParameter("extension", extension);
        request.AppendQuery("$filter", filter);
        request.AppendQuery("a&b=c#", filter);
        return SendAsync(request, cancellationToken);
    }

    public virtual AsyncPageable<Order> ListPartsAsync(string orderId, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("ListParts", HttpMethod.Get, "/parts/.");
        request.AppendPathParameter("orderId", orderId);
        return CreatePageable<Order>(request, "value", nextLinkName: null, cancellationToken);
    }

    public virtual Task<Response<string>> GetStatusAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Begin("GetStatus", HttpMethod.Get, "/status"), static (ref reader) => reader.ReadString(), cancellationToken);

    public virtual Task<Response> FindOrdersAsync(
        string text,
        bool? open = null,
        long? top = null,
        double? weight = null,
        DateTimeOffset? since = null,
        string? filter = null,
        CancellationToken cancellationToken = default
    )
    {
        ConnectorRequest request = Begin("FindOrders", HttpMethod.Get, "/find");
        request.RequireQuery("q", text);
        request.AppendQuery("open", open);
        request.AppendQuery("$top", top);
        request.AppendQuery("weight", weight);
        request.AppendQuery("since", since);
        request.AppendQuery("$filter", filter);
        return SendAsync(request, cancellationToken);
    }

    public virtual AsyncPageable<Order> ListOrdersAsync(long? top = null, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("ListOrders", HttpMethod.Get, "/orders");
        request.AppendQuery("$top", top);
        return CreatePageable<Order>(request, "value", nextLinkName: null, cancellationToken);
    }

    public virtual AsyncPageable<string> ListNamesAsync(CancellationToken cancellationToken = default) =>
        CreatePageable(
            Begin("ListNames", HttpMethod.Get, "/names"),
            "names",
            "more",
            static (ref reader) => reader.ReadString(),
            cancellationToken
        );

    public virtual AsyncPageable<Order> ListSiteOrdersAsync(string site, CancellationToken cancellationToken = default)
    {
        ConnectorRequest request = Begin("ListSiteOrders", HttpMethod.Get, "/sites/");
        request.AppendTwiceEncodedPathParameter("site", site);
        return CreatePageable<Order>(request, "value", nextLinkName: null, cancellationToken);
    }

    private ConnectorRequest Begin(string operationName, HttpMethod method, string path, bool isRepeatable = false)
    {
        ConnectorRequest request = CreateRequest(operationName, method, isRepeatable);
        request.AppendPath("/");
        request.AppendPathParameter("connectionId", ConnectionId);
        request.AppendPath(path);
        return request;
    }

    private static ConnectorDescription Describe(string name) =>
        new(name, "1.0")
        {
            Scopes = [DocumentScope],
            SecretNames = ["shareKey", "pin"],
            ErrorHints = new Dictionary<string, string> { ["NoSuchOrder"] = "Check the order's id.", ["OrderLocked"] = "Unlock it first" },
        };
}
