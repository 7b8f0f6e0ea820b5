namespace PowerConnectors.Soak.Calls;

/// <summary>What the client says of a call.</summary>
public enum CallOutcome : byte
{
    NotMade,
    Succeeded,
    PerhapsCarriedOut,
    NotCarriedOut,

    /// <summary>Neither a success nor a failure that a caller can expect.</summary>
    Unexpected,
}
