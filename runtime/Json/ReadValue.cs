using System.ComponentModel;

namespace PowerConnectors.Json;

/// <summary>Reads the value that the reader stands on; leaves the reader on the value's last token.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="reader">The reader.</param>
/// <returns>The value.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T ReadValue<out T>(ref ModelReader reader);

/// <summary>Writes one JSON value.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="writer">Where to.</param>
/// <param name="value">The value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void WriteValue<in T>(ModelWriter writer, T value);
