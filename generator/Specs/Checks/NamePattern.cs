namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Patterns of names, in which a star stands for any text.</summary>
internal static class NamePattern
{
    public static bool Fits(string name, string pattern)
    {
        string[] pieces = pattern.Split('*');
        if (!name.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        int position = pieces[0].Length;
        for (int i = 1; i < pieces.Length; i++)
        {
            bool last = i == pieces.Length - 1;
            int found =
                last && pieces[i].Length > 0 && name.EndsWith(pieces[i], StringComparison.Ordinal) ? name.Length - pieces[i].Length
                : last && pieces[i].Length > 0 ? -1
                : name.IndexOf(pieces[i], position, StringComparison.Ordinal);
            if (found < position)
            {
                return false;
            }

            position = last ? name.Length : found + pieces[i].Length;
        }

        return position == name.Length;
    }
}
