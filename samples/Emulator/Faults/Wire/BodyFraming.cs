namespace PowerConnectors.Emulator.Faults;

/// <summary>How an answer says where its body ends.</summary>
public enum BodyFraming
{
    /// <summary>With <c>Content-Length</c>.</summary>
    Length,

    /// <summary>With a last chunk of no length.</summary>
    Chunked,
}
