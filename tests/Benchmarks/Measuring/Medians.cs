namespace PowerConnectors.Benchmarks.Measuring;

/// <summary>What of several measurements counts: the machine does other things too.</summary>
internal static class Medians
{
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
