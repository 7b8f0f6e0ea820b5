using System.Globalization;
using Spectre.Console;

namespace PowerConnectors.QuickStart;

/// <summary>Prints the account of what happens.</summary>
internal static class Report
{
    public static void Begin(string text) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{text}[/]");

    public static void Step(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{text}[/]");
    }

    public static void Fact(string text) => AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {text}");

    public static void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string column in columns)
        {
            // Names stay in one piece; only the last column, with the longest texts, gives way to a narrow window.
            bool isLast = ReferenceEquals(column, columns[^1]);
            table.AddColumn(new TableColumn(Markup.Escape(column)) { NoWrap = !isLast });
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
    }

    public static void Done()
    {
        AnsiConsole.WriteLine();
        AnsiConsole.MarkupLine("[green]Done.[/]");
    }

    public static void Failed(string message) => Console.Error.WriteLine(message);
}
