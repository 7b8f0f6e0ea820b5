using System.Globalization;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Naming;

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
            ? types.Select(static type => new TypeFile(HintName($"{type.Namespace}.{type.Name}"), new[] { type }.ToEquatableArray()))
            : types
                .GroupBy(static type => (type.Namespace, Number: Number(type.Name, MaxTypeFiles)))
                .Select(static file => new TypeFile(HintName($"{file.Key.Namespace}.Models.{file.Key.Number}"), file.ToEquatableArray()));

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
                )
                {
                    Lookups = file.SelectMany(static group => group.Lookups).ToEquatableArray(),
                    IsInternal = file.First().IsInternal,
                });

    /// <summary>The name of a file in the compiler's view, which is also that of a file on disk where a project has generated code written out.</summary>
    public static string HintName(string name) => $"{NameLength.BoundFile(name)}.g.cs";

    private static string Number(string name, int count) =>
        (Fingerprint.Of(name) % (uint)count).ToString("00", CultureInfo.InvariantCulture);
}
