using Microsoft.CodeAnalysis;

namespace PowerConnectors.Generator.Diagnostics;

/// <summary>Everything that the generator can say about a document. Each message says what is wrong and what to do.</summary>
internal static class Descriptors
{
    private const string Category = "PowerConnectors";

    public static readonly DiagnosticDescriptor NotJson = new(
        "PCG001",
        "The document is not JSON",
        "The connector document is not valid JSON: {0}. Correct it here.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor Empty = new(
        "PCG002",
        "The document is empty",
        "The connector document is empty or cannot be read. Save the connector's Swagger 2.0 or OpenAPI 3.0 document in this file, as JSON.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor NotSwagger = new(
        "PCG003",
        "The document cannot be read as a connector's",
        "There is no client, as this file cannot be read as a connector's document: {0}. Correct that or replace the file; if it is meant for another tool, set ConnectorClient=\"false\" on the item.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor DanglingReference = new(
        "PCG004",
        "A $ref leads nowhere",
        "The reference '{0}' leads {1}, so that {2} is left out. Correct it, or add what it names.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor DuplicateOperationId = new(
        "PCG005",
        "Two operations have the same operationId",
        "The operationId '{0}' is also that of {1}, and this operation is left out. Give one of them another, here or with an overlay.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor BrokenOverlay = new(
        "PCG006",
        "The overlay is broken",
        "The overlay cannot be applied: {0}. It has to be an OpenAPI Overlay 1.0 document in JSON.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor UnsupportedTarget = new(
        "PCG007",
        "The overlay's target is not supported",
        "The target '{0}' cannot be followed: {1}. Use $, .name, ['name'], [n], .* and ..name.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor TargetNotFound = new(
        "PCG008",
        "The overlay's target is not in the document",
        "The target '{0}' is not in {1}, so this action does nothing. Correct it, or remove it if the document no longer needs it.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor OrphanedOverlay = new(
        "PCG009",
        "The overlay has no document",
        "There is no document that goes with this overlay. Name it like the document, with .overlay.json for .swagger.json, and add both as AdditionalFiles.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor DuplicateName = new(
        "PCG010",
        "A name stands twice in one object",
        "'{0}' stands more than once in this object; the last one counts. Remove the others.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor InvalidOption = new(
        "PCG011",
        "An option has an impossible value",
        "{0}=\"{1}\" is not possible: {2}. Correct it on the AdditionalFiles item.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor PatternNotFound = new(
        "PCG012",
        "Nothing fits the pattern",
        "{0} asks for '{1}', and no {2} is called that in this document. Correct the pattern: case counts, and * stands for any text.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor OperationSkipped = new(
        "PCG013",
        "An operation is left out",
        "The operation '{0}' gets no method: {1}. The other operations are not affected.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor NoOperations = new(
        "PCG014",
        "The document has no operations",
        "This document describes no operations, so the client has no methods. Check that it is the right file.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor InvalidExtension = new(
        "PCG015",
        "An extension is not understood",
        "The extension '{0}' does nothing here: {1}. Correct it.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor NameTaken = new(
        "PCG016",
        "Two documents make the same type",
        "{0} is also made from {1}. Set another ConnectorNamespace or ConnectorClientName on one of the two items.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor InvalidHost = new(
        "PCG017",
        "The host is not one",
        "The host '{0}' is not the name of a host, so the client has no constructor without an endpoint. Correct it, or remove it with an overlay.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor NotSupported = new(
        "PCG019",
        "A part of the document is not supported",
        "'{0}' is not supported: {1}. The rest is generated. If that is not enough, say it in another way, here or with an overlay.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor InvalidScopeHost = new(
        "PCG020",
        "The hosts of a token's scope are not understood",
        "'{0}' in x-powerconnectors-scope-hosts says no host that tokens are for: {1}. Correct it, as tokens must not go anywhere else.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor UnusableScheme = new(
        "PCG021",
        "A security scheme cannot be used",
        "The security scheme '{0}' is not used: {1}. Correct it, here or with an overlay.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor NotUtf8 = new(
        "PCG022",
        "The file is not UTF-8",
        "Here stands U+FFFD ({0} in the file), which is what is left of text that was not UTF-8. Correct it, and save the file as UTF-8.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor LookupLeftOut = new(
        "PCG023",
        "Choices or a schema cannot be looked up",
        "There is no method for '{0}': {1}. The operations themselves are not affected.",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor TooLarge = new(
        "PCG024",
        "The document becomes too much code",
        "This document becomes more than {0} types, members and values, or these are gathered from a hundred times as many parts of allOf, which no compiler takes. Choose operations with ConnectorOperations, or correct definitions that take over the members of many others.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor MoreFindings = new(
        "PCG025",
        "There are more findings of one kind than are shown",
        "Only the first {0} findings {1} are shown; the others were treated like these. What they have in common is better corrected at once, or with an overlay.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor NoDocument = new(
        "PCG026",
        "The project has no connector document",
        "No connector document is among this project's AdditionalFiles ({0}), so that there is no client. Name one with <AdditionalFiles Include=\"...\" />: a file that ends in .swagger.json, or one that has ConnectorClient=\"true\".",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor Malformed = new(
        "PCG030",
        "A member holds something else than it should",
        "'{0}' has to be {1}, and is left out. Correct it, here or with an overlay.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor PartsDisagree = new(
        "PCG031",
        "The parts of allOf disagree",
        "The parts disagree about '{0}', which is of type {1} where it stands nearest and of type {2} in another. The nearest counts: correct the other, here or with an overlay.",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor RequiredNotDeclared = new(
        "PCG032",
        "A required member is not declared",
        "'{0}' is required, and no member of the schema is called that, so that nothing asks for it. Declare it, or correct the name.",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor InternalError = new(
        "PCG099",
        "The generator failed",
        "The generator failed on this document with {0}: {1}. Nothing was generated from it. Please report this together with the document.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new[]
    {
        NotJson,
        Empty,
        NotSwagger,
        DanglingReference,
        DuplicateOperationId,
        BrokenOverlay,
        UnsupportedTarget,
        TargetNotFound,
        OrphanedOverlay,
        DuplicateName,
        InvalidOption,
        PatternNotFound,
        OperationSkipped,
        NoOperations,
        InvalidExtension,
        NameTaken,
        InvalidHost,
        NotSupported,
        InvalidScopeHost,
        UnusableScheme,
        NotUtf8,
        LookupLeftOut,
        TooLarge,
        MoreFindings,
        NoDocument,
        Malformed,
        PartsDisagree,
        RequiredNotDeclared,
        InternalError,
    }.ToDictionary(static descriptor => descriptor.Id);

    public static DiagnosticDescriptor Find(string id) => ById[id];
}
