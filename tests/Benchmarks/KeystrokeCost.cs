using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PowerConnectors.Generator.Tests.Harness;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Benchmarks;

/// <summary>What an edit in a C# file costs the generator, with a document of some size in the project.</summary>
internal static class KeystrokeCost
{
    private const int Edits = 200;

    /// <summary>One row of the table.</summary>
    public static string Measure(int size, CancellationToken cancellationToken)
    {
        string document = LargeDocument.Of(size);
        GeneratorDriver driver = GeneratorRun.NewDriver([new InputFile("/specs/large.swagger.json", document)]);
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(ConsumerCompilation.Empty, cancellationToken);
        TimeSpan first = Stopwatch.GetElapsedTime(start);

        List<double> times = [];
        List<long> bytes = [];
        for (int i = 0; i < Edits; i++)
        {
            CSharpCompilation edited = Edit(i, cancellationToken);
            long before = GC.GetAllocatedBytesForCurrentThread();
            start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(edited, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            bytes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {document.Length:N0} | {driver.GetRunResult().GeneratedTrees.Length} | {first.TotalMilliseconds:F0} | {Median(times):F3} | {Median(bytes):N0} |"
        );
    }

    private static CSharpCompilation Edit(int number, CancellationToken cancellationToken) =>
        ConsumerCompilation.Empty.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(
                string.Create(CultureInfo.InvariantCulture, $"class Edited {{ int Field{number}; }}"),
                ConsumerCompilation.ParseOptions,
                "Edited.cs",
                cancellationToken: cancellationToken
            )
        );

    private static T Median<T>(List<T> values) => values.Order().ElementAt(values.Count / 2);
}
