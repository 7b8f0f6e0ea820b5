namespace PowerConnectors.Generator.Emit;

/// <summary>What private members of a model are called. No property has such a name: theirs are made of letters and digits, with an underscore before a digit only.</summary>
internal static class PrivateNames
{
    /// <summary>The table of the declared members.</summary>
    public const string Members = "s_members";

    /// <summary>The field of a property of free JSON.</summary>
    public static string JsonOf(string property) => $"_json{property}";

    /// <summary>The field of a property that notices when it is set.</summary>
    public static string ValueOf(string property) => $"_value{property}";
}
