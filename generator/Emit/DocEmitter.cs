using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Writes doc comments.</summary>
internal static class DocEmitter
{
    public static void Doc(this SourceWriter writer, DocModel doc)
    {
        writer.Element("summary", doc.Summary, See(doc));
        if (doc.Remarks.Count > 0)
        {
            writer.Element("remarks", doc.Remarks, "");
        }

        if (doc.HelpUrl is not null)
        {
            writer.Line($"/// <seealso href=\"{CSharpText.XmlAttribute(doc.HelpUrl)}\"/>");
        }
    }

    /// <summary>An element with a name, on one or several lines.</summary>
    public static void Parameter(this SourceWriter writer, string name, DocModel doc) =>
        writer.Element($"param name=\"{name.TrimStart('@')}\"", doc.Summary, See(doc));

    private static string See(DocModel doc) => doc.SeeMethod is null ? "" : $" See <see cref=\"{doc.SeeMethod}\"/>.";

    private static void Element(this SourceWriter writer, string tag, EquatableArray<string> paragraphs, string ending)
    {
        string end = tag.Split(' ')[0];
        if (paragraphs.Count == 1 && !paragraphs[0].Contains('\n'))
        {
            writer.Line($"/// <{tag}>{CSharpText.Xml(paragraphs[0])}{ending}</{end}>");
            return;
        }

        writer.Line($"/// <{tag}>");
        foreach (string paragraph in paragraphs)
        {
            foreach (string line in $"<para>{CSharpText.Xml(paragraph)}</para>".Split('\n'))
            {
                writer.Line($"/// {line}".TrimEnd());
            }
        }

        if (ending.Length > 0)
        {
            writer.Line($"/// <para>{ending.Trim()}</para>");
        }

        writer.Line($"/// </{end}>");
    }
}
