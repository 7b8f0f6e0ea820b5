namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Where extensions of ours can stand: at another place, or under a name with a slip of the pen, one would do nothing in silence.</summary>
internal static class OwnExtensions
{
    private const string Prefix = "x-powerconnectors-";

    /// <param name="name">The extension.</param>
    /// <param name="pointer">Where it stands.</param>
    public static string? WhyNotHere(string name, IReadOnlyList<string> pointer) =>
        name switch
        {
            _ when !name.StartsWith(Prefix, StringComparison.Ordinal) => null,
            "x-powerconnectors-variants" or "x-powerconnectors-limits" or "x-powerconnectors-error-hints" => pointer.Count == 1
                ? null
                : "it has to stand at the document itself",
            "x-powerconnectors-repeatable" => pointer.Count == 4 && pointer[0] == "paths" ? null : "it has to stand at an operation",
            "x-powerconnectors-scope-hosts" => "it has to stand at a security scheme",
            Extensions.TypeName => pointer.Count > 3 ? null : "it has to stand at an object or array item declared in place",
            SecretMark.Key => null, // It says itself where it has to stand.
            _ => "there is no such extension",
        };
}
