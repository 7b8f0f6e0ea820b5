using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Aot.Tests;

/// <summary>Publishes consumers ahead of time, each once and one after the other, and runs them against an emulator.</summary>
public sealed class PublishedConsumers : IAsyncLifetime
{
    private static readonly TimeSpan RunTimeout = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory _directory = new();
    private readonly Dictionary<string, Consumer> _consumers = [];
    private FlowManagementEmulator _emulator = null!;

    public async ValueTask InitializeAsync()
    {
        NativeToolchain.Demand();
        _emulator = await FlowManagementEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>The consumer's binary. Warnings of the trimmer and the AOT compiler are errors, as all warnings here.</summary>
    internal async Task<Consumer> PublishAsync(string name)
    {
        if (!_consumers.TryGetValue(name, out Consumer? consumer))
        {
            string[] arguments = ["publish", "--artifacts-path", _directory.PathOf("artifacts"), "--output", _directory.PathOf(name)];
            ProcessResult result = await DotNet.RunAsync(
                Repository.PathOf($"tests/Aot.Tests/Consumers/{name}"),
                arguments,
                TestContext.Current.CancellationToken
            );
            result.Succeeded();
            consumer = new Consumer(
                Path.Combine(_directory.PathOf(name), name),
                Path.Combine(_directory.Path, "artifacts", "obj", name, "release", "native", $"{name}.map.xml"),
                result.Output
            );
            _consumers.Add(name, consumer);
        }

        return consumer;
    }

    internal async Task<ProcessResult> RunAsync(string name)
    {
        Consumer consumer = await PublishAsync(name);
        ProcessResult result = await ProcessRunner.RunAsync(
            consumer.Binary,
            [.. EmulatorArguments.Of(_emulator), EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow],
            _directory.Path,
            RunTimeout,
            TestContext.Current.CancellationToken
        );
        return result.Succeeded();
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }

        _directory.Dispose();
    }
}
