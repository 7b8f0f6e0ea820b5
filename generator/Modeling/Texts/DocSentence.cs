using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Modeling.Texts;

/// <summary>Makes a summary of a display name and a description, which often say the same.</summary>
internal static class DocSentence
{
    private static readonly char[] WordEnds = [' ', '\n'];

    /// <summary>"Display Name. Description.", or as much of it as there is.</summary>
    public static EquatableArray<string> Of(string? displayName, string? description, string fallback) =>
        Of(displayName, description, fallback, static text => text);

    /// <summary>The same, with a fallback that is put together only where it is needed.</summary>
    /// <param name="displayName">The one.</param>
    /// <param name="description">The other.</param>
    /// <param name="described">What they are about.</param>
    /// <param name="fallback">What is said of it where there is neither.</param>
    public static EquatableArray<string> Of<T>(string? displayName, string? description, T described, Func<T, string> fallback)
    {
        string name = Clean(displayName);
        string text = Clean(description);
        return DocTexts.Paragraphs(
            name.Length == 0 ? End(text.Length == 0 ? fallback(described) : text)
            : text.Length == 0 ? End(name)
            : BeginsWith(text, name.TrimEnd('.')) ? End(text)
            : $"{End(name)} {End(text)}"
        );
    }

    // Lines are indented as it suited whoever wrote the document.
    private static string Clean(string? text) =>
        text is null ? ""
        : text.IndexOf('\n') < 0 ? text.Trim()
        : string.Join("\n", text.Replace("\r\n", "\n").Split('\n').Select(static line => line.Trim())).Trim();

    private static bool BeginsWith(string text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]));

    // An address at the end stays one that can be copied.
    private static string End(string text)
    {
        bool isClosed = text[text.Length - 1] is '.' or '!' or '?' or ':' or ';' or ',' or '…' or '。';
        bool isAddress = text.IndexOf("://", text.LastIndexOfAny(WordEnds) + 1, StringComparison.Ordinal) >= 0;
        return isClosed || isAddress ? text : text + ".";
    }
}
