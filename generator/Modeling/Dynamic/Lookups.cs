using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Operations;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Modeling.Types;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling.Dynamic;

/// <summary>
/// The methods that tell what there is to choose from, and of what schema free JSON is. One stands for all places that say the same. It takes what the operation
/// takes that it calls, but for what the document gives, so that its name and its arguments do not hang on those places.
/// </summary>
internal sealed class Lookups
{
    private readonly Dictionary<string, (string MethodName, Lookup Lookup)> _methods = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _operations;

    public Lookups(
        SpecFile file,
        SpecDocument document,
        IReadOnlyList<PlacedOperation> operations,
        IReadOnlyDictionary<string, string> methodNames,
        NameScope names,
        AllOfParts parts,
        FindingList findings
    )
    {
        _operations = methodNames;
        LookupChecks checks = new(document.Json, operations, parts);
        Dictionary<string, Lookup> possible = new(StringComparer.Ordinal);
        foreach (
            (Lookup lookup, IReadOnlyList<string> pointer) in new LookupPlaces(document.Json).Find(operations, !file.Options.IsSelection)
        )
        {
            if (checks.WhyWrong(lookup) is { } fault)
            {
                findings.AddAt(Descriptors.InvalidExtension, file, pointer, lookup.Key, fault);
            }
            else if (checks.WhyNot(lookup) is { } reason)
            {
                findings.AddAt(Descriptors.LookupLeftOut, file, pointer, lookup.Key, reason);
            }
            else if (checks.IsCallable(lookup))
            {
                possible[lookup.Identity] = lookup;
            }
        }

        foreach (KeyValuePair<string, Lookup> pair in possible.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            Lookup lookup = pair.Value;
            _methods[pair.Key] = (names.Take(NameOf(lookup), $"lookup {pair.Key}", "Lookup", "Async"), lookup);
        }
    }

    /// <summary>The method that tells more about a parameter or schema, if there is one.</summary>
    public string? MethodFor(IDictionary<string, IOpenApiExtension>? extensions) =>
        extensions is null ? null : MethodFor(extensions, DocTexts.Node);

    /// <summary>The same, of whatever has extensions.</summary>
    public string? MethodFor<TPlace>(TPlace place, Func<TPlace, string, JsonNode?> find)
    {
        foreach (Lookup lookup in Lookup.At(place, find))
        {
            if (_methods.TryGetValue(lookup.Identity, out (string MethodName, Lookup) method))
            {
                return method.MethodName;
            }

            if (lookup.OperationId is { } id && _operations.TryGetValue(id, out string? operation))
            {
                return operation;
            }
        }

        return null;
    }

    /// <summary>The methods that call an operation.</summary>
    public IEnumerable<LookupModel> Of(OperationModel operation) =>
        _methods
            .Values.Where(method => method.Lookup.OperationId == operation.OperationId)
            .OrderBy(static method => method.MethodName, StringComparer.Ordinal)
            .Select(method => Build(method.MethodName, method.Lookup, operation));

    private static string NameOf(Lookup lookup)
    {
        const string Schema = "Schema";
        string name = Identifiers.Pascal(
            string.Join(" ", [lookup.OperationId!, .. lookup.Constants.Select(static given => $"{given.Value}")])
        );
        bool isDouble = lookup.Kind == LookupKind.Schema && name.Length > Schema.Length && name.EndsWith(Schema, StringComparison.Ordinal);
        string subject = isDouble ? name.Substring(0, name.Length - Schema.Length) : name;
        return $"{subject}{(lookup.Kind == LookupKind.Schema ? "Json" : "")}{lookup.Kind}";
    }

    private static LookupModel Build(string name, Lookup lookup, OperationModel operation) =>
        new(
            lookup.Kind,
            name,
            operation,
            lookup
                .Constants.Select(static given => new ArgumentModel(given.Key, ParameterTypes.TextOf(given.Value)!))
                .Where(given => operation.Parameters.Any(parameter => parameter.WireName == given.WireName && parameter.Constant is null))
                .ToEquatableArray(),
            operation.Result.Kind == ResultKind.Pages ? null : lookup.ItemsPath,
            lookup.ValuePath,
            lookup.TitlePath,
            new DocModel(
                DocTexts.Paragraphs(
                    lookup.Kind == LookupKind.Choices
                        ? $"The values to choose from, as the operation {operation.OperationId} lists them."
                        : $"The JSON schema that the operation {operation.OperationId} tells."
                ),
                DocTexts.Paragraphs(Describe(lookup)),
                operation.MethodName
            )
        );

    private static string Describe(Lookup lookup)
    {
        string given = string.Join(", ", lookup.Constants.Select(static given => $"{given.Key} is {given.Value.ToJsonString()}"));
        string where = lookup.Kind switch
        {
            LookupKind.Schema when lookup.ValuePath is { } path => $"The schema is the answer's '{path}'.",
            LookupKind.Schema => "The schema is the answer itself.",
            _ when lookup.TitlePath is { } title => $"A choice's value is {Place(lookup.ValuePath)}, its title the item's '{title}'.",
            _ => $"A choice's value and title are {Place(lookup.ValuePath)}.",
        };
        return given.Length == 0 ? where : $"{where} The document says that {given}.";
    }

    private static string Place(string? path) => path is null ? "the item itself" : $"the item's '{path}'";
}
