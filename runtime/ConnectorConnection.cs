namespace PowerConnectors;

/// <summary>What a service counts calls for: a connection, reached at an endpoint.</summary>
/// <param name="Endpoint">The endpoint, up to and including its base path, without a slash at the end.</param>
/// <param name="ConnectionId">The connection's id; empty where the connector has none.</param>
public readonly record struct ConnectorConnection(string Endpoint, string ConnectionId);
