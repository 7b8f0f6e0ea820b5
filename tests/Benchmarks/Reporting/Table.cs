using System.Globalization;
using System.Text;

namespace PowerConnectors.Benchmarks.Reporting;

/// <summary>A table in Markdown; the first column is text, the others are figures.</summary>
internal sealed class Table(params string[] heads)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells)
    {
        if (cells.Length != heads.Length)
        {
            throw new ArgumentException($"{heads.Length} cells are needed.", nameof(cells));
        }

        _rows.Add(cells);
    }

    public override string ToString()
    {
        StringBuilder text = new();
        Append(text, heads);
        Append(text, ["---", .. heads.Skip(1).Select(static _ => "---:")]);
        _rows.ForEach(row => Append(text, row));
        return text.ToString();
    }

    /// <summary>Three significant digits.</summary>
    public static string Figure(double value) =>
        value == 0 ? "0"
        : Math.Abs(value) >= 100 ? value.ToString("N0", CultureInfo.InvariantCulture)
        : Math.Abs(value) >= 10 ? value.ToString("F1", CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) >= 1 ? "F2" : "F3", CultureInfo.InvariantCulture);

    /// <summary>How many times as much.</summary>
    public static string Ratio(double value, double of) => (value / of).ToString("F2", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
