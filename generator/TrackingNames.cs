namespace PowerConnectors.Generator;

/// <summary>The names of the pipeline's steps, by which tests see what a change re-ran.</summary>
internal static class TrackingNames
{
    public const string Specs = nameof(Specs);
    public const string MissingDocument = nameof(MissingDocument);
    public const string Connectors = nameof(Connectors);
    public const string Models = nameof(Models);
    public const string Clients = nameof(Clients);
    public const string Operations = nameof(Operations);
    public const string JsonContexts = nameof(JsonContexts);
    public const string References = nameof(References);
    public const string Registrations = nameof(Registrations);
}
