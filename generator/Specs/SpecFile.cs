using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Specs;

/// <summary>A document and what goes with it, as plain text.</summary>
/// <param name="Path">The document's path.</param>
/// <param name="Text">Its text; null where it cannot be read.</param>
/// <param name="Options">What the project file says of it.</param>
/// <param name="OverlayPath">The path of the overlay of the same name.</param>
/// <param name="OverlayText">The overlay's text.</param>
internal sealed record SpecFile(string Path, string? Text, SpecOptions Options, string? OverlayPath = null, string? OverlayText = null)
{
    /// <summary>Whether this is an overlay for which there is no document.</summary>
    public bool IsOrphanedOverlay { get; init; }
}

/// <summary>What a project file can say of a document, as item metadata.</summary>
/// <param name="Client">What to make of the file: true, models, or nothing for a file of the usual name.</param>
/// <param name="ClientName">The client's class; by default from the document's title.</param>
/// <param name="Namespace">The namespace; by default from the document's title.</param>
/// <param name="Operations">Patterns of the operations to generate; all if there are none, and no tags either.</param>
internal sealed record SpecOptions(string? Client, string? ClientName, string? Namespace, EquatableArray<string> Operations)
{
    public const string ClientKey = "ConnectorClient";
    public const string ClientNameKey = "ConnectorClientName";
    public const string NamespaceKey = "ConnectorNamespace";
    public const string OperationsKey = "ConnectorOperations";
    public const string TagsKey = "ConnectorTags";
    public const string AccessibilityKey = "ConnectorAccessibility";

    /// <summary>Patterns of tags whose operations to generate, besides those of <see cref="Operations"/>.</summary>
    public EquatableArray<string> Tags { get; init; }

    /// <summary>Who sees the types: public, internal, or nothing for public.</summary>
    public string? Accessibility { get; init; }

    public bool IsSelection => Operations.Count > 0 || Tags.Count > 0;

    public bool IsModelsOnly => string.Equals(Client, "models", StringComparison.OrdinalIgnoreCase);

    public bool IsInternal => string.Equals(Accessibility, "internal", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first option with a value that is none of those that it can have, if there is one.</summary>
    public (string Key, string Value, string Reason)? FindFault() =>
        Client is not null && !IsModelsOnly && !string.Equals(Client, "true", StringComparison.OrdinalIgnoreCase)
            ? (ClientKey, Client, "it has to be true, false or models")
        : Accessibility is not null && !IsInternal && !string.Equals(Accessibility, "public", StringComparison.OrdinalIgnoreCase)
            ? (AccessibilityKey, Accessibility, "it has to be public or internal")
        : null;
}
