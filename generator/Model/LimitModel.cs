using System.Globalization;

namespace PowerConnectors.Generator.Model;

/// <summary>How often a connection may be called.</summary>
/// <param name="Calls">The number of calls.</param>
/// <param name="Seconds">The length of the window that they are counted in.</param>
/// <param name="ExceptMethods">The HTTP methods that do not count.</param>
internal sealed record LimitModel(int Calls, int Seconds, EquatableArray<string> ExceptMethods)
{
    public bool Counts(string method) => !ExceptMethods.Contains(method, StringComparer.OrdinalIgnoreCase);

    public string Describe()
    {
        string except = ExceptMethods.Count == 0 ? "" : $" other than {string.Join(", ", ExceptMethods)}";
        return string.Format(CultureInfo.InvariantCulture, "{0} calls{1} in {2} seconds", Calls, except, Seconds);
    }
}
