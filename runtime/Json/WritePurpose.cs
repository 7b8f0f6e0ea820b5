namespace PowerConnectors.Json;

/// <summary>What JSON is written for.</summary>
[Flags]
internal enum WritePurpose
{
    /// <summary>To be kept: everything that the model holds.</summary>
    Save = 0,

    /// <summary>To be sent: without <c>readOnly</c> members, with all required ones.</summary>
    Request = 1,

    /// <summary>Without members that the document does not declare.</summary>
    DeclaredOnly = 2,
}
