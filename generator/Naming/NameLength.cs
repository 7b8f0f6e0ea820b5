using System.Text;

namespace PowerConnectors.Generator.Naming;

/// <summary>
/// Keeps names as short as they have to be: metadata holds 1,023 bytes of a name, in which a type's can stand with its namespace inside another; a file system
/// holds 255. What is cut off is stood for by a fingerprint of the whole name, so that two names stay two.
/// </summary>
internal static class NameLength
{
    private const int Longest = 120;
    private const int LongestConnector = 60;
    private const int LongestFileInBytes = 200;

    public static string Bound(string name) => Bound(name, Longest);

    public static string BoundConnector(string name) => Bound(name, LongestConnector);

    public static string BoundFile(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= LongestFileInBytes)
        {
            return name;
        }

        // Letters and digits have no more than three bytes: those of more are two characters, and so none of them.
        return Bound(name, LongestFileInBytes / 3);
    }

    private static string Bound(string name, int longest) =>
        name.Length <= longest ? name : $"{name.Substring(0, longest - 9)}_{Fingerprint.Digits(name)}";
}
