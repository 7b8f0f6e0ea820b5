namespace PowerConnectors.Generator.Model;

/// <summary>A connector as the emitters need it.</summary>
/// <param name="Client">The client, unless only models are wanted.</param>
/// <param name="Groups">Its operations; none without a client.</param>
/// <param name="Types">The models.</param>
/// <param name="JsonContext">The serializer context of the models.</param>
internal sealed record ConnectorModel(
    ClientModel? Client,
    EquatableArray<OperationGroupModel> Groups,
    EquatableArray<TypeModel> Types,
    JsonContextModel JsonContext
);

/// <summary>The client's class: what is the same for all operations.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="ConnectorName">The name in telemetry and in the User-Agent header.</param>
/// <param name="Version">The document's version.</param>
/// <param name="Security">How callers prove who they are.</param>
/// <param name="Limits">How often a connection may be called.</param>
/// <param name="ErrorHints">What to do about errors of the service.</param>
/// <param name="SecretNames">The members and parameters whose values are secret, as on the wire.</param>
/// <param name="Endpoint">The endpoint, where the document has a host.</param>
/// <param name="Parameters">What is given once per client.</param>
/// <param name="Doc">The doc comment.</param>
internal sealed record ClientModel(
    string Namespace,
    string Name,
    string ConnectorName,
    string Version,
    SecurityModel Security,
    EquatableArray<LimitModel> Limits,
    EquatableArray<ErrorHintModel> ErrorHints,
    EquatableArray<string> SecretNames,
    string? Endpoint,
    EquatableArray<ClientParameterModel> Parameters,
    DocModel Doc
)
{
    /// <summary>Whether only the consumer's own assembly sees it.</summary>
    public bool IsInternal { get; init; }
}

/// <summary>What is given once per client: a parameter of its constructors and a property.</summary>
internal sealed record ClientParameterModel(string Name, string PropertyName, DocModel Doc);

/// <summary>The operations of one tag; they share a file.</summary>
internal sealed record OperationGroupModel(string Namespace, string ClientName, string Name, EquatableArray<OperationModel> Operations)
{
    /// <summary>What is looked up by calling one of the operations.</summary>
    public EquatableArray<LookupModel> Lookups { get; init; }

    /// <summary>Whether the client is internal.</summary>
    public bool IsInternal { get; init; }
}

/// <summary>The serializer context.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="ClientName">The client whose models it is for, if there is one.</param>
/// <param name="Models">The models.</param>
internal sealed record JsonContextModel(string Namespace, string Name, string? ClientName, EquatableArray<ContractModel> Models)
{
    /// <summary>Whether only the consumer's own assembly sees it.</summary>
    public bool IsInternal { get; init; }
}

/// <summary>A model's property of the serializer context.</summary>
internal sealed record ContractModel(string TypeName, string PropertyName);
