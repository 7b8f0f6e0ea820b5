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
/// <param name="IsTwiceEncoded">Whether the service decodes it twice.</param>
/// <param name="ListForm">How a list is written.</param>
internal sealed record PathPart(
    string Text,
    string? Parameter = null,
    string? Value = null,
    bool IsSecret = false,
    bool IsTwiceEncoded = false,
    ListForm ListForm = ListForm.None
);

/// <summary>Where a parameter goes.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,

    /// <summary>The body, as JSON.</summary>
    Body,

    /// <summary>The body, as it is.</summary>
    Content,

    /// <summary>The body, as text.</summary>
    Text,

    /// <summary>The body, whose members are the fields of a form.</summary>
    Form,

    /// <summary>A field of a form.</summary>
    Field,

    /// <summary>A field of a form of several parts.</summary>
    Part,
}

/// <summary>How a list is written as a parameter.</summary>
internal enum ListForm
{
    /// <summary>It is none.</summary>
    None,
    Commas,
    Spaces,
    Tabs,
    Pipes,

    /// <summary>The parameter stands once for each item.</summary>
    Each,
}

/// <summary>A parameter of an operation.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Name">Its name in C#; empty if callers do not see it.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">Whether callers have to give it.</param>
/// <param name="IsSecret">Whether knowing the value gives access.</param>
/// <param name="Doc">The doc comment.</param>
/// <param name="IsAdvanced">Whether it stands behind those that matter more.</param>
/// <param name="ListForm">How a list is written.</param>
/// <param name="Constant">What is sent in silence.</param>
/// <param name="MediaType">What a body is, if it is not JSON.</param>
internal sealed record ParameterModel(
    string WireName,
    string Name,
    ParameterPlace Place,
    TypeRef Type,
    bool IsRequired,
    bool IsSecret,
    DocModel Doc,
    bool IsAdvanced = false,
    ListForm ListForm = ListForm.None,
    string? Constant = null,
    string? MediaType = null
);

/// <summary>The kinds of answers.</summary>
internal enum ResultKind
{
    Empty,
    Value,
    Pages,
    Text,
    Stream,

    /// <summary>What a polling trigger tells.</summary>
    Poll,
}

/// <summary>What an operation answers.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Type">The value, or one item of a page.</param>
/// <param name="ItemsName">The member that holds a page's items.</param>
/// <param name="NextLinkName">The member that holds the next link, where the document names it.</param>
/// <param name="Description">The document's text.</param>
/// <param name="IsOptional">Whether there are answers without a value.</param>
/// <param name="Accept">What the answer may be, if it is not JSON.</param>
/// <param name="IsBatch">Whether the answer of a poll is a list.</param>
/// <param name="SeeMethod">A method of the client that tells the schema of the value.</param>
internal sealed record ResultModel(
    ResultKind Kind,
    TypeRef? Type = null,
    string? ItemsName = null,
    string? NextLinkName = null,
    string? Description = null,
    bool IsOptional = false,
    string? Accept = null,
    bool IsBatch = false,
    string? SeeMethod = null
);
