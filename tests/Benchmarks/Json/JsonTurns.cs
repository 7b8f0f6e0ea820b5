using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Measuring;

namespace PowerConnectors.Benchmarks.Json;

/// <summary>Reads and writes each body, just in time or natively compiled.</summary>
internal static class JsonTurns
{
    /// <summary>The first argument of a process that does so just in time.</summary>
    public const string Command = "json-process";

    public const string Read = "read";
    public const string Write = "write";
    public const string WriteDeclared = "write declared";
    public const string Tokens = "bare tokens";

    /// <param name="peersOf">Who else reads a body.</param>
    public static async Task RunAsync(Func<string, Contender[]> peersOf)
    {
        foreach (string body in Bodies.Json)
        {
            byte[] json = Bodies.Read(body);
            JsonCase hand = JsonCases.HandWritten(body);
            JsonCase ours = JsonCases.Ours(body);
            LosslessCheck.WithoutNull.Check(hand, json);
            LosslessCheck.Whole.Check(ours, json);
            object handValue = hand.Read(json);
            object ourValue = ours.Read(json);

            await Turns.MeasureAsync(
                Read,
                body,
                [
                    Contender.Of(Contender.HandWritten, () => hand.Read(json)),
                    Contender.Of(Contender.Ours, () => ours.Read(json)),
                    Contender.Of(Tokens, () => JsonCases.CountTokens(json)),
                    .. peersOf(body),
                ]
            );
            await Turns.MeasureAsync(
                Write,
                body,
                Contender.Of(Contender.HandWritten, () => hand.Write(handValue)),
                Contender.Of(Contender.Ours, () => ours.Write(ourValue))
            );
        }

        DeclaredOwners owners = DeclaredOwners.Make();
        await Turns.MeasureAsync(
            WriteDeclared,
            "",
            Contender.Of(Contender.HandWritten, () => owners.WriteHandWritten()),
            Contender.Of(Contender.Ours, () => owners.WriteOurs())
        );
    }
}
