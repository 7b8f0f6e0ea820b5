using PowerConnectors.Emulator.Faults;
using PowerConnectors.Emulator.Requests;

namespace PowerConnectors.Emulator.Administration;

/// <summary>What the emulator says of itself and lets others change, for those in another process. Nothing here is recorded, limited or broken.</summary>
internal static class AdministrationEndpoints
{
    public const string Path = "/emulator";

    private const int DefaultTop = 1000;

    public static bool Has(HttpContext context) => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal);

    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path);
        group.MapGet("/faults", (FaultPlan plan) => Results.Text(plan.Script.ToJson(), "application/json"));
        group.MapPut("/faults", ReplaceFaultsAsync);
        group.MapDelete(
            "/faults",
            (FaultPlan plan) =>
            {
                plan.Script = new FaultScript();
                return Results.NoContent();
            }
        );
        group.MapFallback(() => Results.NotFound());
        group.MapGet("/statistics", (StatisticsReader statistics) => statistics.Read());
        group.MapGet("/requests", (RequestLog log, int skip = 0, int top = DefaultTop) => new { value = log.Snapshot(skip, top) });
    }

    private static async Task<IResult> ReplaceFaultsAsync(HttpRequest request, FaultPlan plan)
    {
        using var reader = new StreamReader(request.Body);
        try
        {
            plan.Script = FaultScript.Parse(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
            return Results.NoContent();
        }
        catch (FormatException exception)
        {
            return Results.Json(new { error = exception.Message }, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
