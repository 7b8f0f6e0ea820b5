namespace PowerConnectors.Json;

/// <summary>A declared member that was explicitly <c>null</c>, or absent although its C# type has no way to say so.</summary>
internal readonly record struct ValuelessMember(byte[] Name, bool IsNull);
