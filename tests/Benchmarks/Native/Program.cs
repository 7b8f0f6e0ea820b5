using System.Globalization;
using PowerConnectors.Benchmarks.Inputs;
using PowerConnectors.Benchmarks.Json;
using PowerConnectors.Benchmarks.Native;

// One line for each measurement: what is done, by whom, to which body, nanoseconds, bytes.
foreach (string body in (string[])[Bodies.Flows, Bodies.Definition, Bodies.Owners])
{
    byte[] json = Bodies.Read(body);
    JsonCase hand = JsonCases.HandWritten(body);
    JsonCase ours = JsonCases.Ours(body);
    LosslessCheck.WithoutNull.Check(hand, json);
    LosslessCheck.Whole.Check(ours, json);
    object handValue = hand.Read(json);
    object ourValue = ours.Read(json);

    Print("read", body, Turns.Measure(() => hand.Read(json), () => ours.Read(json), () => JsonCases.CountTokens(json)));
    Print("write", body, Turns.Measure(() => hand.Write(handValue), () => ours.Write(ourValue)));
}

DeclaredOwners owners = DeclaredOwners.Make();
Print("declared", "", Turns.Measure(() => owners.WriteHandWritten(), () => owners.WriteOurs()));

static void Print(string work, string body, IReadOnlyList<(double Nanoseconds, double Bytes)> costs)
{
    string[] names = ["HandWritten", "PowerConnectors", "Tokens"];
    foreach (((double nanoseconds, double bytes), string name) in costs.Zip(names))
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work}\t{name}\t{body}\t{nanoseconds}\t{bytes}"));
    }
}
