using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Chooses the operations that an item asks for, by name or tag: all that either names, or simply all.</summary>
internal static class OperationFilter
{
    public static IReadOnlyList<PlacedOperation> Choose(List<PlacedOperation> all, SpecFile file, FindingList findings)
    {
        if (!file.Options.IsSelection)
        {
            return all;
        }

        HashSet<PlacedOperation> chosen = [];
        foreach (string pattern in file.Options.Operations)
        {
            Add(SpecOptions.OperationsKey, "operation", pattern, operation => Fits(operation.Operation.OperationId ?? "", pattern));
        }

        foreach (string pattern in file.Options.Tags)
        {
            Add(
                SpecOptions.TagsKey,
                "tag of an operation",
                pattern,
                operation => operation.Operation.Tags?.Any(tag => Fits(tag.Name ?? "", pattern)) == true
            );
        }

        return all.FindAll(chosen.Contains);

        void Add(string option, string what, string pattern, Predicate<PlacedOperation> isMeant)
        {
            List<PlacedOperation> matching = all.FindAll(isMeant);
            if (matching.Count == 0)
            {
                findings.Add(Descriptors.PatternNotFound, file.Path, option, pattern, what);
            }

            chosen.UnionWith(matching);
        }
    }

    private static bool Fits(string operationId, string pattern)
    {
        string[] pieces = pattern.Split('*');
        if (!operationId.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        int position = pieces[0].Length;
        for (int i = 1; i < pieces.Length; i++)
        {
            bool last = i == pieces.Length - 1;
            int found =
                last && pieces[i].Length > 0 && operationId.EndsWith(pieces[i], StringComparison.Ordinal)
                    ? operationId.Length - pieces[i].Length
                : last && pieces[i].Length > 0 ? -1
                : operationId.IndexOf(pieces[i], position, StringComparison.Ordinal);
            if (found < position)
            {
                return false;
            }

            position = last ? operationId.Length : found + pieces[i].Length;
        }

        return position == operationId.Length;
    }
}
