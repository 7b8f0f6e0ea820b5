namespace PowerConnectors.Authentication;

/// <summary>The query parameters that hold keys. Services repeat a call's query in links to the next page, keys included; those must not get any further.</summary>
internal sealed class QueryKeyNames(string[] names)
{
    /// <summary>A query without the keys.</summary>
    /// <param name="query">The query, with its question mark if it is not empty.</param>
    public string TakeOut(string query)
    {
        if (names.Length == 0 || query.Length == 0)
        {
            return query;
        }

        string left = string.Join('&', Array.FindAll(query[1..].Split('&'), parameter => !IsKey(parameter)));
        return left.Length == 0 ? "" : $"?{left}";
    }

    private bool IsKey(string parameter)
    {
        string name = Uri.UnescapeDataString(parameter.Split('=')[0].Replace('+', ' '));
        return Array.Exists(names, key => key.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
