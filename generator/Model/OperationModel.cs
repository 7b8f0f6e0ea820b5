namespace PowerConnectors.Generator.Model;

/// <summary>One method of the client.</summary>
/// <param name="OperationId">The connector's name for it.</param>
/// <param name="MethodName">The C# name.</param>
/// <param name="HttpMethod">The verb, as a property of HttpMethod.</param>
/// <param name="IsRepeatable">Whether the document says that the call does no harm twice, whatever its verb.</param>
/// <param name="Path">The path, in pieces.</param>
/// <param name="Parameters">The parameters, in the order of the C# signature.</param>
/// <param name="Result">What the method returns.</param>
/// <param name="Doc">The doc comment.</param>
/// <param name="Obsolete">Why not to call it any more.</param>
internal sealed record OperationModel(
    string OperationId,
    string MethodName,
    string HttpMethod,
    bool IsRepeatable,
    EquatableArray<PathPart> Path,
    EquatableArray<ParameterModel> Parameters,
    ResultModel Result,
    DocModel Doc,
    string? Obsolete
);

/// <summary>A piece of a path: text, or a parameter.</summary>
/// <param name="Text">The text as it stands in the path, or the parameter's name in it.</param>
/// <param name="Parameter">The parameter's C# name, for messages.</param>
/// <param name="Value">The C# expression of the parameter's value.</param>
/// <param name="IsSecret">Whether knowing the value gives access.</param>
internal sealed record PathPart(string Text, string? Parameter = null, string? Value = null, bool IsSecret = false);

/// <summary>Where a parameter goes.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Body,
}

/// <summary>A parameter of an operation.</summary>
internal sealed record ParameterModel(
    string WireName,
    string Name,
    ParameterPlace Place,
    TypeRef Type,
    bool IsRequired,
    bool IsSecret,
    DocModel Doc
);

/// <summary>The kinds of answers.</summary>
internal enum ResultKind
{
    Empty,
    Value,
    Pages,
}

/// <summary>What an operation answers.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Type">The value, or one item of a page.</param>
/// <param name="ItemsName">The member that holds a page's items.</param>
/// <param name="NextLinkName">The member that holds the next link, where the document names it.</param>
/// <param name="Description">The document's text.</param>
internal sealed record ResultModel(
    ResultKind Kind,
    TypeRef? Type = null,
    string? ItemsName = null,
    string? NextLinkName = null,
    string? Description = null
);
