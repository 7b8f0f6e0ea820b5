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
    /// <summary>Whether the project lists the document more than once.</summary>
    public bool IsListedTwice { get; init; }

    /// <summary>Whether this is an overlay for which there is no document.</summary>
    public bool IsOrphanedOverlay { get; init; }
}

/// <summary>What a project file can say of a document, as item metadata.</summary>
/// <param name="Client">Whether to make a client of the file: true, or nothing for a file of the usual name.</param>
/// <param name="ClientName">The client's class; by default from the document's title.</param>
/// <param name="Namespace">The namespace; by default from the document's title.</param>
/// <param name="Operations">Patterns of the operations to generate; all if there are none.</param>
internal sealed record SpecOptions(string? Client, string? ClientName, string? Namespace, EquatableArray<string> Operations)
{
    public const string ClientKey = "ConnectorClient";
    public const string ClientNameKey = "ConnectorClientName";
    public const string NamespaceKey = "ConnectorNamespace";
    public const string OperationsKey = "ConnectorOperations";
}
