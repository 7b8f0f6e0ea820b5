using System.Globalization;
using System.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>The types of one file.</summary>
internal sealed record TypeFile(string HintName, EquatableArray<TypeModel> Types);

/// <summary>
/// Divides generated code into files. For every keystroke the compiler goes through all of a generator's files, each compared with all others (measured: 1,000 cost
/// it 14 ms, 100 cost 0.2 ms), so their number is bounded: what is more than that shares files, each thing in the one that its own name says.
/// </summary>
internal static class FileLayout
{
    private const int MaxTypeFiles = 64;
    private const int MaxOperationFiles = 32;

    public static IEnumerable<TypeFile> OfTypes(EquatableArray<TypeModel> types) =>
        types.Count <= MaxTypeFiles
            ? types.Select(static type => new TypeFile($"{type.Namespace}.{type.Name}.g.cs", new[] { type }.ToEquatableArray()))
            : types
                .GroupBy(static type => (type.Namespace, Number: Number(type.Name, MaxTypeFiles)))
                .Select(static file => new TypeFile($"{file.Key.Namespace}.Models.{file.Key.Number}.g.cs", file.ToEquatableArray()));

    public static IEnumerable<OperationGroupModel> OfOperations(EquatableArray<OperationGroupModel> groups) =>
        groups.Count <= MaxOperationFiles
            ? groups
            : groups
                .GroupBy(static group => (group.Namespace, group.ClientName, Number: Number(group.Name, MaxOperationFiles)))
                .Select(static file => new OperationGroupModel(
                    file.Key.Namespace,
                    file.Key.ClientName,
                    file.Key.Number,
                    file.SelectMany(static group => group.Operations).ToEquatableArray()
                ));

    // FNV-1a: the same on every machine, unlike string.GetHashCode.
    private static string Number(string name, int count)
    {
        uint hash = 2166136261;
        foreach (byte value in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ value) * 16777619);
        }

        return (hash % (uint)count).ToString("00", CultureInfo.InvariantCulture);
    }
}
