using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PowerConnectors.Json;

/// <summary>
/// The base of the generated serializer contexts, which hand the models to System.Text.Json. A model's contract is one converter: naming policies, ignore
/// conditions and number handling of the options do not apply to it, and it has no JSON schema.
/// </summary>
public abstract class ConnectorJsonContext : JsonSerializerContext, IJsonTypeInfoResolver
{
    /// <summary>Makes a context.</summary>
    /// <param name="options">How to write; <see langword="null"/> for the defaults. The context owns them from then on.</param>
    protected ConnectorJsonContext(JsonSerializerOptions? options)
        : base(WithDepth(options ?? new JsonSerializerOptions())) { }

    /// <inheritdoc/>
    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    /// <inheritdoc/>
    public override JsonTypeInfo? GetTypeInfo(Type type) => CreateTypeInfo(type, Options);

    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options) => CreateTypeInfo(type, options);

    /// <summary>The contract of a model of this context.</summary>
    /// <param name="type">The type asked for.</param>
    /// <param name="options">The options that the contract is for.</param>
    /// <returns>The contract, or <see langword="null"/> if the type is no model of this context.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract JsonTypeInfo? CreateTypeInfo(Type type, JsonSerializerOptions options);

    /// <summary>Makes a model's contract.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="options">The options that the contract is for.</param>
    /// <returns>The contract.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static JsonTypeInfo<T> CreateModelInfo<T>(JsonSerializerOptions options)
        where T : class, IConnectorModel<T> => JsonMetadataServices.CreateValueInfo<T>(options, new ModelConverter<T>());

    /// <summary>Makes the contract of a list of models.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="options">The options that the contract is for.</param>
    /// <returns>The contract.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static JsonTypeInfo<List<T>> CreateListInfo<T>(JsonSerializerOptions options)
        where T : class, IConnectorModel<T> =>
        JsonMetadataServices.CreateListInfo<List<T>, T>(options, new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] });

    /// <summary>Makes the contract of an array of models.</summary>
    /// <inheritdoc cref="CreateListInfo"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static JsonTypeInfo<T[]> CreateArrayInfo<T>(JsonSerializerOptions options)
        where T : class, IConnectorModel<T> => JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>());

    /// <summary>Makes the contract of a list of models that is known by its interface.</summary>
    /// <inheritdoc cref="CreateListInfo"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static JsonTypeInfo<IList<T>> CreateIListInfo<T>(JsonSerializerOptions options)
        where T : class, IConnectorModel<T> =>
        JsonMetadataServices.CreateIListInfo<IList<T>, T>(options, new JsonCollectionInfoValues<IList<T>>());

    /// <summary>Makes the contract of a list of models that is known by its read-only interface.</summary>
    /// <inheritdoc cref="CreateListInfo"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static JsonTypeInfo<IReadOnlyList<T>> CreateIReadOnlyListInfo<T>(JsonSerializerOptions options)
        where T : class, IConnectorModel<T> =>
        JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyList<T>>());

    // What the client reads must be saved and read back.
    private static JsonSerializerOptions WithDepth(JsonSerializerOptions options)
    {
        if (options.MaxDepth == 0)
        {
            options.MaxDepth = JsonLimits.MaxDepth;
        }

        return options;
    }
}
