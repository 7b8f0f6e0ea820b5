namespace PowerConnectors.Generator.Model;

/// <summary>What is looked up by a call.</summary>
internal enum LookupKind
{
    /// <summary>The values to choose from.</summary>
    Choices,

    /// <summary>The schema of free JSON.</summary>
    Schema,
}

/// <summary>A method that calls an operation's own and takes of its answer what another operation's caller wants to know.</summary>
/// <param name="Kind">What that is.</param>
/// <param name="MethodName">The C# name.</param>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Constants">What the document gives for parameters of it.</param>
/// <param name="ItemsPath">Where in the answer the choices are; none where the method called lists them.</param>
/// <param name="ValuePath">Where in a choice its value is, or where in the answer the schema is.</param>
/// <param name="TitlePath">Where in a choice its title is.</param>
/// <param name="Doc">The doc comment.</param>
internal sealed record LookupModel(
    LookupKind Kind,
    string MethodName,
    OperationModel Operation,
    EquatableArray<ArgumentModel> Constants,
    string? ItemsPath,
    string? ValuePath,
    string? TitlePath,
    DocModel Doc
);

/// <summary>What the document gives for a parameter.</summary>
/// <param name="WireName">The parameter's name on the wire.</param>
/// <param name="Value">The value, as text.</param>
internal sealed record ArgumentModel(string WireName, string Value);
