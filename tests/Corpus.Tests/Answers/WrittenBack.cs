using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Json;

namespace PowerConnectors.Corpus.Tests.Answers;

/// <summary>Writes what a client has read: models through the generated serializer context, lists and dictionaries of whatever around them by hand.</summary>
internal sealed class WrittenBack
{
    private readonly ConnectorJsonContext _context;

    public WrittenBack(Assembly assembly)
    {
        Type context = assembly.GetExportedTypes().Single(static type => typeof(ConnectorJsonContext).IsAssignableFrom(type));
        _context = (ConnectorJsonContext)context.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }

    public JsonNode? Write(object? value) =>
        value switch
        {
            null => null,
            JsonElement element => JsonNode.Parse(element.GetRawText()),
            _ when _context.GetTypeInfo(value.GetType()) is { } info => JsonSerializer.SerializeToNode(value, info),
            IDictionary entries => new JsonObject(entries.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, Write(entries[key])))),
            string or byte[] => JsonSerializer.SerializeToNode(value),
            IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Write)]),
            _ => JsonSerializer.SerializeToNode(value, value.GetType()),
        };

    /// <summary>The same without what the document does not declare, as far as the value is made of models.</summary>
    public object? WithoutUndeclared(object? value) =>
        value is ConnectorModel
            ? typeof(ConnectorJson)
                .GetMethod(nameof(ConnectorJson.WithoutUndeclaredMembers))!
                .MakeGenericMethod(value.GetType())
                .Invoke(null, [value])
        : value is IList list && value.GetType().IsGenericType ? list.Cast<object?>().Select(WithoutUndeclared).ToList()
        : value;
}
