namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>A host, or with <c>*.</c> ahead every host below one: in ASCII, as the runtime compares hosts in the form in which they are connected to.</summary>
internal static class HostPattern
{
    public static string? WhyNot(string pattern)
    {
        bool below = pattern.StartsWith("*.", StringComparison.Ordinal);
        string[] labels = (below ? pattern.Substring(2) : pattern).Split('.');
        return !labels.All(IsLabel) ? "it has to be a host such as 'api.contoso.com', or '*.contoso.com' for every host below one"
            : below && labels.Length < 2 ? "it stands for hosts of anybody"
            : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63
        && label[0] != '-'
        && label[label.Length - 1] != '-'
        && label.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');
}
