namespace PowerConnectors.Emulator.Answers;

/// <summary>An answer that no longer depends on the state that it was made from.</summary>
internal sealed record SerializedAnswer(int Status, ReadOnlyMemory<byte> Body);
