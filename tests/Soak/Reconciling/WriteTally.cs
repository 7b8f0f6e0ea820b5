namespace PowerConnectors.Soak.Reconciling;

/// <summary>What came of the writes: what the client said of them against what the service did.</summary>
internal sealed record WriteTally
{
    public int Made { get; init; }

    /// <summary>Reported as done, and done once.</summary>
    public int Once { get; init; }

    /// <summary>Reported as done, and done more than once by an operation that may be repeated.</summary>
    public int RepeatedHarmlessly { get; init; }

    /// <summary>Reported as perhaps carried out, and carried out.</summary>
    public int PerhapsAndDone { get; init; }

    /// <summary>Reported as perhaps carried out, and not carried out.</summary>
    public int PerhapsAndNotDone { get; init; }

    /// <summary>Reported as refused, and not carried out.</summary>
    public int RefusedAndNotDone { get; init; }

    /// <summary>Reported as done, and not done. Must not be.</summary>
    public int Lost { get; init; }

    /// <summary>Done more than once by an operation that may not be repeated. Must not be.</summary>
    public int Doubled { get; init; }

    /// <summary>Reported as surely not carried out, and carried out. Must not be.</summary>
    public int DoneUnreported { get; init; }

    /// <summary>Carried out by the service without a call that asked for it. Must not be.</summary>
    public int Strays { get; init; }

    public IEnumerable<string> Problems =>
        new (string Name, int Count)[]
        {
            ("lost", Lost),
            ("doubled", Doubled),
            ("carried out, but reported as refused", DoneUnreported),
            ("carried out, but never asked for", Strays),
        }
            .Where(static problem => problem.Count > 0)
            .Select(static problem => $"{problem.Count} writes were {problem.Name}");
}
