using System.Text.Json;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Measuring;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Reads and writes answers of real shape beside System.Text.Json's source generation and NSwag, just in time and natively compiled.</summary>
internal sealed class JsonSuite : Suite
{
    public override string Name => "json";

    public override string Title => "JSON";

    public override Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (string body in Bodies.Json)
        {
            byte[] json = Bodies.Read(body);
            LosslessCheck.Whole.Check(JsonCases.Ours(body), json);
            LosslessCheck.WithoutNull.Check(JsonCases.HandWritten(body), json);
        }

        DeclaredOwners.Make();
        NSwagCases.Of(Bodies.KnownFlows).Read(Bodies.Read(Bodies.KnownFlows));
        return Task.CompletedTask;
    }

    public override async Task<string> MeasureAsync(CancellationToken cancellationToken) =>
        $"""
            The medians of {MeasuringProcesses.Count} processes, in each of which the contenders take turns.

            #### .NET 10

            {JsonTables.Of(await MeasuringProcesses.RunAsync([JsonTurns.Command], cancellationToken))}
            #### NativeAOT

            {JsonTables.Of(await NativeJson.RunAsync(cancellationToken))}
            NSwag and the page of 250 flows as the service sends it: {NSwagFailure()} What becomes of it natively compiled is with what a consumer pays.
            """;

    private static string NSwagFailure()
    {
        try
        {
            NSwagCases.Of(Bodies.Flows).Read(Bodies.Read(Bodies.Flows));
            return "it reads it.";
        }
        catch (JsonException exception)
        {
            return $"it throws ({exception.Message.Split('.')[0]}), so its figure is for the page without such states.";
        }
    }
}
