namespace PowerConnectors.Generator.Model;

/// <summary>Something to tell the user about a document, with its place.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Path">The file.</param>
/// <param name="Position">The place in it.</param>
/// <param name="Pointer">The same place as a JSON pointer; empty for the whole file.</param>
/// <param name="Arguments">What the message's placeholders stand for.</param>
internal sealed record Finding(string Id, string Path, TextPosition Position, string Pointer, EquatableArray<string> Arguments);

/// <summary>A place in a text; all numbers count from 0.</summary>
internal readonly record struct TextPosition(int Offset, int Line, int Column);

/// <summary>What became of a document.</summary>
/// <param name="Model">The connector, unless an error stands in its way.</param>
/// <param name="Findings">What there is to tell.</param>
internal sealed record ConnectorResult(ConnectorModel? Model, EquatableArray<Finding> Findings);
