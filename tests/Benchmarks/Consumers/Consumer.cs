namespace PowerConnectors.Benchmarks.Consumers;

/// <summary>A program that uses a connector.</summary>
/// <param name="Name">The name of its project.</param>
/// <param name="Document">The document that it uses.</param>
/// <param name="Kind">Where its client comes from.</param>
/// <param name="Sources">Its code, as paths in the repository.</param>
internal sealed record Consumer(string Name, string Document, ConsumerKind Kind, params string[] Sources)
{
    public const string Small = "flowmanagement";
    public const string Large = "large";

    private const string Programs = "tests/Benchmarks/Consumers/Programs";

    public static Consumer SmallHandWritten { get; } =
        new(
            "HandWritten",
            Small,
            ConsumerKind.HandWritten,
            $"{Programs}/HandWritten.cs",
            "tests/Benchmarks/Peers/HandWritten/FlowModels.cs"
        );

    public static Consumer SmallOurs { get; } = new("OneOperation", Small, ConsumerKind.Ours, $"{Programs}/OneOperation.cs");

    public static Consumer SmallPrecompiled { get; } = SmallOurs with { Name = "Precompiled", Kind = ConsumerKind.Precompiled };

    public static Consumer SmallAll { get; } =
        new("AllOperations", Small, ConsumerKind.Ours, "tests/Aot.Tests/Consumers/AllOperations/Program.cs");

    public static Consumer SmallNSwag { get; } = new("NSwag", Small, ConsumerKind.NSwag, $"{Programs}/NSwag.cs");

    public static Consumer LargeHandWritten { get; } =
        new("LargeHandWritten", Large, ConsumerKind.HandWritten, $"{Programs}/LargeHandWritten.cs");

    public static Consumer LargeOurs { get; } = new("LargeOneOperation", Large, ConsumerKind.Ours, $"{Programs}/LargeOneOperation.cs");

    public static Consumer LargePrecompiled { get; } = LargeOurs with { Name = "LargePrecompiled", Kind = ConsumerKind.Precompiled };

    public static Consumer LargeNSwag { get; } = new("LargeNSwag", Large, ConsumerKind.NSwag, $"{Programs}/LargeNSwag.cs");

    /// <summary>What is built: for each document first what it is compared with.</summary>
    public static IReadOnlyList<Consumer> Built { get; } =
    [SmallHandWritten, SmallOurs, SmallPrecompiled, SmallNSwag, LargeHandWritten, LargeOurs, LargePrecompiled, LargeNSwag];

    /// <summary>What is published.</summary>
    public static IReadOnlyList<Consumer> Published { get; } =
    [SmallHandWritten, SmallOurs, SmallAll, SmallNSwag, LargeHandWritten, LargeOurs, LargeNSwag];

    public static IEnumerable<Consumer> All => Built.Union(Published);
}
