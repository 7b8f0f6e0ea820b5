namespace PowerConnectors.Benchmarks.Consumers;

/// <summary>What a project pays for a connector: the time of its build, lines, the sizes of its files, memory and start.</summary>
internal sealed class ConsumerSuite : Suite
{
    public override string Name => "consumer";

    public override string Title => "What the consumer pays";

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        using Workshop workshop = await Workshop.OpenAsync(cancellationToken);
        await using Services services = await Services.StartAsync(cancellationToken);
        foreach (Consumer consumer in Consumer.All)
        {
            await workshop.PrepareAsync(consumer, cancellationToken);
            await workshop.BuildAsync(consumer, cancellationToken);
            NativeRun run = await services.CallAsync(consumer, Path.ChangeExtension(workshop.DllOf(consumer), null), looksAtMemory: false);
            if (!run.IsRight)
            {
                throw new InvalidOperationException($"{consumer.Name}: {run}");
            }
        }
    }

    public override async Task<string> MeasureAsync(CancellationToken cancellationToken)
    {
        using Workshop workshop = await Workshop.OpenAsync(cancellationToken);
        foreach (Consumer consumer in Consumer.All)
        {
            await workshop.PrepareAsync(consumer, cancellationToken);
        }

        string builds = await new BuildTable(workshop).MeasureAsync(cancellationToken);
        await using Services services = await Services.StartAsync(cancellationToken);
        string binaries = await new PublishTable(workshop, services).MeasureAsync(cancellationToken);
        return $"""
            The large document is made as others are that have 844 KB. The hand-written programs make the same call with Azure.Core's credentials and a serializer context.

            #### `dotnet build`, from nothing but what was restored

            {builds}
            #### `dotnet publish`, NativeAOT

            {binaries}
            """;
    }
}
