using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace PowerConnectors.Generator.Emit;

/// <summary>Makes C# of text that comes from a document. Nothing of a document reaches the output on another way.</summary>
internal static class CSharpText
{
    /// <summary>A string literal, quotes included.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A literal of the text's UTF-8 bytes.</summary>
    public static string Utf8(string text) => $"{Literal(text)}u8";

    /// <summary>Text inside a doc comment, without what XML or C# would take for something else.</summary>
    public static string Xml(string text)
    {
        StringBuilder? rest = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsVisible(text[i]) && !IsOfPair(text, i))
            {
                rest ??= new StringBuilder(text, 0, i, text.Length);
            }
            else
            {
                rest?.Append(text[i]);
            }
        }

        string visible = rest?.ToString() ?? text;
        return visible.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
    }

    /// <summary>As <see cref="Xml"/>, on one line.</summary>
    public static string XmlLine(string text) => Xml(text).Replace("\n", " ");

    /// <summary>A string that can stand between the quotes of an XML attribute.</summary>
    public static string XmlAttribute(string text) => XmlLine(text).Replace("\"", "&quot;");

    private static bool IsVisible(char c) =>
        c is '\n' or '\t' || (!char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u2028' or '\u2029' or '\uFFFE' or '\uFFFF'));

    // Half a character is none that XML could hold.
    private static bool IsOfPair(string text, int index) =>
        char.IsSurrogatePair(text, index) || (index > 0 && char.IsSurrogatePair(text, index - 1));
}
