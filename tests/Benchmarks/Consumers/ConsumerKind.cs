namespace PowerConnectors.Benchmarks.Consumers;

/// <summary>Where a consumer's client comes from.</summary>
internal enum ConsumerKind
{
    HandWritten,
    Ours,

    /// <summary>The program alone is compiled; client and models come as a DLL.</summary>
    Precompiled,
    NSwag,
}
