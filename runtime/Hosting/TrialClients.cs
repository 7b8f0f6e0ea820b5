namespace PowerConnectors.Hosting;

/// <summary>Clients that are made to see whether they can be, and together. They share budgets with each other only, not with those that run.</summary>
internal sealed class TrialClients : IDisposable
{
    private readonly ConnectorThrottleRegistry _registry = new();
    private readonly List<ConnectorClient> _clients = [];

    /// <summary>Makes one, which stays until the end of the trial.</summary>
    /// <returns>Why it cannot be made; <see langword="null"/> if it can.</returns>
    public string? Create(ConnectorClientOptions options, Func<ConnectorClient> create)
    {
        ConnectorThrottleRegistry? registry = options.ThrottleRegistry;
        try
        {
            options.ThrottleRegistry = registry is null ? null! : _registry;
            _clients.Add(create());
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
        finally
        {
            options.ThrottleRegistry = registry!;
        }
    }

    public void Dispose() => _clients.ForEach(static client => client.Dispose());
}
