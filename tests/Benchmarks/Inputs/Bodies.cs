using PowerConnectors.Testing;

namespace PowerConnectors.Benchmarks.Inputs;

/// <summary>The answers that are read, kept in files: what measures them may run in another process, or natively compiled.</summary>
internal static class Bodies
{
    /// <summary>250 flows of a list, as the service sends them: three times as many members as the document declares.</summary>
    public const string Flows = "flows";

    /// <summary>The same without the state that the document does not declare, for a peer that cannot read it.</summary>
    public const string KnownFlows = "known-flows";

    /// <summary>One ordinary flow.</summary>
    public const string Flow = "flow";

    /// <summary>A flow whose definition has 1 MB.</summary>
    public const string Definition = "definition";

    /// <summary>10,000 owners of a flow.</summary>
    public const string Owners = "owners";

    /// <summary>Those that are read and written.</summary>
    public static IReadOnlyList<string> Json { get; } = [Flows, Definition, Owners];

    public static string Folder { get; } = Repository.PathOf("artifacts/benchmarks/bodies");

    public static byte[] Read(string body) => File.ReadAllBytes(Path.Combine(Folder, $"{body}.json"));
}
