namespace PowerConnectors.Json;

/// <summary>The shapes in which a service sends one and the same collection.</summary>
internal enum VariantShape
{
    Array,
    Dictionary,
}
