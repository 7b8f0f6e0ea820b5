namespace PowerConnectors.Benchmarks;

/// <summary>What one command of the program measures: one section of docs/performance.md.</summary>
internal abstract class Suite
{
    /// <summary>The word of the command line.</summary>
    public abstract string Name { get; }

    /// <summary>The heading of the section.</summary>
    public abstract string Title { get; }

    /// <summary>Has every contender do its work once, and looks at what came of it.</summary>
    /// <exception cref="InvalidOperationException">A result is wrong, so that its time means nothing.</exception>
    public abstract Task CheckAsync(CancellationToken cancellationToken);

    /// <summary>Measures.</summary>
    /// <returns>Tables and notes, in Markdown.</returns>
    public abstract Task<string> MeasureAsync(CancellationToken cancellationToken);
}
