namespace PowerConnectors.Emulator.Faults;

/// <summary>In which way a connection ends.</summary>
public enum ConnectionEnd
{
    /// <summary>With a reset: the caller sees an error.</summary>
    Reset,

    /// <summary>In an orderly way, but too early: the caller sees the end of what there is to read.</summary>
    Close,
}
