namespace PowerConnectors.Generator.Model;

/// <summary>What a doc comment says, as plain text.</summary>
/// <param name="Summary">One or more paragraphs.</param>
/// <param name="Remarks">Further paragraphs.</param>
/// <param name="SeeMethod">A method of the client that tells more: the values to choose from, or a schema.</param>
/// <param name="HelpUrl">Where the service's own reference describes it.</param>
internal sealed record DocModel(
    EquatableArray<string> Summary,
    EquatableArray<string> Remarks = default,
    string? SeeMethod = null,
    string? HelpUrl = null
);
