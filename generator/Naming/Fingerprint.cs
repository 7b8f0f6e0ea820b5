using System.Text;

namespace PowerConnectors.Generator.Naming;

/// <summary>A number that stands for a text: the same on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class Fingerprint
{
    // FNV-1a.
    public static uint Of(string text)
    {
        uint hash = 2166136261;
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ value) * 16777619);
        }

        return hash;
    }

    /// <summary>As eight digits, to be put behind a name.</summary>
    public static string Digits(string text) => Of(text).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same with eight digits more for each round: for whoever found that those before belong to another text.</summary>
    public static string Digits(string text, int rounds) =>
        string.Concat(Enumerable.Range(0, rounds).Select(round => Digits(round == 0 ? text : $"{round} {text}")));
}
