namespace PowerConnectors.Emulator;

/// <summary>How many calls the emulator takes within one window before it turns more of them away.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Window">The window. One follows upon the other from the emulator's start, whenever callers begin.</param>
/// <param name="ExceptReads">Whether calls with GET do not count.</param>
public sealed record EmulatorLimit(int Calls, TimeSpan Window, bool ExceptReads = false);
