using System.Text.Json;

namespace PowerConnectors.Json;

/// <summary>Reads and writes generated models without a serializer context.</summary>
public static class ConnectorJson
{
    /// <summary>Reads a model from UTF-8 JSON.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="utf8Json">One JSON value, nothing after it.</param>
    /// <param name="strict">Whether a missing required member is an error.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">The JSON is malformed, of another type than the document declares or, if strict, incomplete. It carries the path.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8Json, bool strict = false)
        where T : class, IConnectorModel<T> =>
        ModelReader.ReadAll(utf8Json, static (ref ModelReader reader) => reader.ReadModel<T>(), strict);

    /// <summary>Writes everything that a model holds as UTF-8 JSON: read-only and undeclared members and explicit nulls too.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="model">The model.</param>
    /// <returns>The JSON.</returns>
    public static byte[] ToUtf8Bytes<T>(T model)
        where T : class, IConnectorModel<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        return Write(model, WritePurpose.Save);
    }

    /// <summary>
    /// A copy of a model, and of all models in it, without the members that the document does not declare: for one call to a service that refuses them.
    /// </summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="model">The model, which stays as it is.</param>
    /// <returns>The copy.</returns>
    public static T WithoutUndeclaredMembers<T>(this T model)
        where T : class, IConnectorModel<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        return Parse<T>(Write(model, WritePurpose.DeclaredOnly));
    }

    private static byte[] Write<T>(T model, WritePurpose purpose)
        where T : class, IConnectorModel<T>
    {
        try
        {
            return ModelWriter.WriteAll(model, static (writer, value) => writer.WriteModel(value), purpose);
        }
        catch (BodyException exception)
        {
            throw new ArgumentException(exception.Message, nameof(model), exception);
        }
    }
}
