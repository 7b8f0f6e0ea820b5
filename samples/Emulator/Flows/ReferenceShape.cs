namespace PowerConnectors.Emulator.Flows;

/// <summary>How connection references stand in an answer.</summary>
internal enum ReferenceShape
{
    Array,
    Dictionary,
}
