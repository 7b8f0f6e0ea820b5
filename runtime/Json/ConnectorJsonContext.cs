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
    public override JsonTypeInfo? GetTypeInfo(Type type) => CreateTypeInfo(ModelOf(type), type, Options);

    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options) =>
        CreateTypeInfo(ModelOf(type), type, options);

    /// <summary>The contract of a model of this context, or of a list of one.</summary>
    /// <param name="model">The model.</param>
    /// <param name="type">The type asked for.</param>
    /// <param name="options">The options that the contract is for.</param>
    /// <returns>The contract, or <see langword="null"/> if the type is none that this context knows.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract JsonTypeInfo? CreateTypeInfo(Type model, Type type, JsonSerializerOptions options);

    /// <summary>The contract of a model or of a list of it.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="type">The model, or its array or <see cref="List{T}"/>, or the list's interfaces.</param>
    /// <param name="options">The options that the contract is for.</param>
    /// <returns>The contract, or <see langword="null"/> for another type.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static JsonTypeInfo? CreateInfo<T>(Type type, JsonSerializerOptions options)
        where T : class, IConnectorModel<T> =>
        type == typeof(T) ? CreateModelInfo<T>(options)
        : type == typeof(List<T>)
            ? JsonMetadataServices.CreateListInfo<List<T>, T>(
                options,
                new JsonCollectionInfoValues<List<T>> { ObjectCreator = static () => [] }
            )
        : type == typeof(T[]) ? JsonMetadataServices.CreateArrayInfo(options, new JsonCollectionInfoValues<T[]>())
        : type == typeof(IList<T>) ? JsonMetadataServices.CreateIListInfo<IList<T>, T>(options, new JsonCollectionInfoValues<IList<T>>())
        : type == typeof(IReadOnlyList<T>)
            ? JsonMetadataServices.CreateIEnumerableInfo<IReadOnlyList<T>, T>(options, new JsonCollectionInfoValues<IReadOnlyList<T>>())
        : null;

    /// <summary>The contract of a model, made when it is asked for first.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="info">Where the context keeps it.</param>
    /// <returns>The contract.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JsonTypeInfo<T> GetInfo<T>(ref JsonTypeInfo<T>? info)
        where T : class, IConnectorModel<T> => info ??= CreateModelInfo<T>(Options);

    private static JsonTypeInfo<T> CreateModelInfo<T>(JsonSerializerOptions options)
        where T : class, IConnectorModel<T> => JsonMetadataServices.CreateValueInfo<T>(options, new ModelConverter<T>());

    // What a list would hold: CreateInfo looks whether it is one.
    private static Type ModelOf(Type type) =>
        type.GetElementType() ?? (type.IsGenericType && type.GenericTypeArguments is [var item] ? item : type);

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
