using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Faults;

namespace PowerConnectors.Soak.Service;

/// <summary>The emulator in a process of its own, so that what is measured here is the client's alone.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private const int RecordsAtOnce = 5000;

    private readonly Process _process;
    private readonly HttpClient _administration;

    private EmulatorProcess(Process process, Uri endpoint, string connectionId)
    {
        _process = process;
        Endpoint = endpoint;
        ConnectionId = connectionId;
        _administration = new HttpClient { BaseAddress = new Uri(endpoint, "/emulator/") };
    }

    public Uri Endpoint { get; }

    public string ConnectionId { get; }

    public static async Task<EmulatorProcess> StartAsync(int flows, int pageSize, CancellationToken cancellationToken)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        string program = Path.ChangeExtension(typeof(FlowManagementEmulator).Assembly.Location, ".dll");
        ProcessStartInfo start = new(host, [program, "--urls", "http://127.0.0.1:0", "--flows", Text(flows), "--page-size", Text(pageSize)])
        {
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The emulator did not start.");
        try
        {
            string endpoint = await ReadAsync(process, "Endpoint:", cancellationToken);
            string connection = await ReadAsync(process, "Connection:", cancellationToken);
            return new EmulatorProcess(process, new Uri(endpoint), connection);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    public async Task SetFaultsAsync(FaultScript script, CancellationToken cancellationToken)
    {
        using StringContent content = new(script.ToJson(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _administration.PutAsync("faults", content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task<ServiceStatistics> GetStatisticsAsync(CancellationToken cancellationToken) =>
        await _administration.GetFromJsonAsync<ServiceStatistics>("statistics", cancellationToken)
        ?? throw new InvalidOperationException("The emulator has no statistics.");

    /// <summary>All requests so far, in the order of their arrival.</summary>
    public async IAsyncEnumerable<ServiceRecord> GetRecordsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (int skip = 0; ; skip += RecordsAtOnce)
        {
            RecordPage? page = await _administration.GetFromJsonAsync<RecordPage>(
                $"requests?skip={Text(skip)}&top={Text(RecordsAtOnce)}",
                cancellationToken
            );
            foreach (ServiceRecord record in page!.Value)
            {
                yield return record;
            }

            if (page.Value.Count < RecordsAtOnce)
            {
                yield break;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _administration.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<string> ReadAsync(Process process, string label, CancellationToken cancellationToken)
    {
        string? line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return line?.StartsWith(label, StringComparison.Ordinal) == true
            ? line[label.Length..].Trim()
            : throw new InvalidOperationException($"The emulator wrote '{line}' instead of '{label}'.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record RecordPage(List<ServiceRecord> Value);
}
