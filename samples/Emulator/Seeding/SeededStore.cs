using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>Makes the state that a fresh emulator has: always the same.</summary>
internal static class SeededStore
{
    private const int FlowsInSecondEnvironment = 40;

    public static EmulatorStore Create(EmulatorOptions options)
    {
        var first = EnvironmentSeeds.Default();
        var second = EnvironmentSeeds.Second();
        Fill(first, FlowSeeds.Notable(first.Name), options.FlowCount);
        Fill(second, [], FlowsInSecondEnvironment);
        foreach (var flow in FlowSeeds.Deleted(first.Name))
        {
            first.Add(flow);
        }

        return new EmulatorStore(ConnectorSeeds.All(), [first, second]);
    }

    private static void Fill(EnvironmentRecord environment, IReadOnlyList<FlowRecord> notable, int flowCount)
    {
        environment.Connections.AddRange(ConnectionSeeds.All(environment.Name));
        foreach (var flow in notable)
        {
            environment.Add(flow);
        }

        for (var index = notable.Count; index < flowCount; index++)
        {
            var number = index;
            var name = FlowSeeds.OrdinaryName(environment.Name, number);
            environment.Add(name, () => FlowSeeds.Ordinary(environment.Name, name, number));
        }
    }
}
