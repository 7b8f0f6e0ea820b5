using PowerConnectors.Emulator.Answers;

namespace PowerConnectors.Emulator.Seeding;

/// <summary>Times for what is there from the beginning: most with seven fractional digits, every fifth with none.</summary>
internal static class SeedTime
{
    private static readonly DateTimeOffset First = new(2021, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static string Of(int index)
    {
        var time = First.AddHours(index).AddTicks(index * 1_234_567L % TimeSpan.TicksPerSecond);
        return index % 5 == 4 ? WireTime.FormatSeconds(time) : WireTime.Format(time);
    }
}
