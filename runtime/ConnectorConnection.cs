namespace PowerConnectors;

/// <summary>
/// What a service counts calls for: a connection, reached at an endpoint. Two are the same whose endpoint and id differ in upper and lower case only: services do not tell
/// these apart.
/// </summary>
public readonly struct ConnectorConnection : IEquatable<ConnectorConnection>
{
    /// <summary>Names a connection.</summary>
    /// <param name="endpoint">The endpoint, up to and including its base path. A slash at the end does not count.</param>
    /// <param name="connectionId">The connection's id; empty where the connector has none.</param>
    public ConnectorConnection(string endpoint, string connectionId)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(connectionId);
        Endpoint = endpoint.TrimEnd('/');
        ConnectionId = connectionId;
    }

    /// <summary>The endpoint, up to and including its base path, without a slash at the end.</summary>
    public string Endpoint => field ?? "";

    /// <summary>The connection's id; empty where the connector has none.</summary>
    public string ConnectionId => field ?? "";

    /// <summary>Whether two are the same connection.</summary>
    public static bool operator ==(ConnectorConnection left, ConnectorConnection right) => left.Equals(right);

    /// <summary>Whether two are different connections.</summary>
    public static bool operator !=(ConnectorConnection left, ConnectorConnection right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ConnectorConnection other) =>
        Endpoint.Equals(other.Endpoint, StringComparison.OrdinalIgnoreCase)
        && ConnectionId.Equals(other.ConnectionId, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ConnectorConnection other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(
            Endpoint.GetHashCode(StringComparison.OrdinalIgnoreCase),
            ConnectionId.GetHashCode(StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>For example: <c>connection 3f2c at https://host/apim/orders</c>.</summary>
    public override string ToString() => $"connection {ConnectionId} at {Endpoint}";
}
