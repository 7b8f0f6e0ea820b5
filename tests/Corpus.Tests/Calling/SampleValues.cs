using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Json;

namespace PowerConnectors.Corpus.Tests.Calling;

/// <summary>Makes a value of any type that a generated method takes, each one different. Models are filled in through their properties, as a user would.</summary>
internal sealed class SampleValues
{
    private readonly List<Type> _way = [];
    private int _count;

    public object? Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        _count++;
        return Simple(type) ?? Known(type) ?? Composite(type);
    }

    private object? Simple(Type type) =>
        type == typeof(string) ? $"v{_count}/ &=+%25;'\"x"
        : type == typeof(bool) ? true
        : type == typeof(int) ? 1000 + _count
        : type == typeof(long) ? 9007199254740993 + _count
        : type == typeof(float) ? _count + 0.5f
        : type == typeof(double) ? _count + 0.5
        : type == typeof(decimal) ? _count + 0.25m
        : type == typeof(Guid) ? new Guid(_count, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8)
        : type == typeof(Uri) ? new Uri($"https://contoso.example/{_count}?a=b&c=%20")
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2024, 2, 29, 23, 59, 58, TimeSpan.Zero).AddTicks(1234567).AddDays(_count)
        : type == typeof(DateOnly) ? new DateOnly(2024, 2, 29).AddDays(_count)
        : type == typeof(TimeSpan) ? TimeSpan.FromSeconds(_count)
        : null;

    private object? Known(Type type)
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"bytes{_count}\u00fd\0");
        return type == typeof(byte[]) ? bytes
            : type == typeof(ReadOnlyMemory<byte>) ? new ReadOnlyMemory<byte>(bytes)
            : type == typeof(BinaryData) ? new BinaryData(bytes)
            : type == typeof(Stream) ? new MemoryStream(bytes)
            : type == typeof(HttpContent) ? new ByteArrayContent(bytes)
            : type == typeof(JsonElement) ? JsonElement.Parse($$"""{"free":[{{_count}},null]}""")
            : typeof(JsonNode).IsAssignableFrom(type) ? JsonNode.Parse($$"""{"free":[{{_count}},null]}""")
            : type == typeof(object) ? "any"
            : null;
    }

    private object? Composite(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0);
        }

        if (Element(type, typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)) is { } value)
        {
            IDictionary entries = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
            Fill(value, made => entries.Add($"key {entries.Count}", made));
            return entries;
        }

        if (Element(type, typeof(IEnumerable<>)) is { } element)
        {
            IList items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            Fill(element, made => items.Add(made));
            return type.IsArray ? ToArray(items, element) : items;
        }

        if (type.IsValueType && DeclaredValue(type) is { } declared)
        {
            return declared;
        }

        return typeof(ConnectorModel).IsAssignableFrom(type) ? Model(type) : Constructed(type);
    }

    // Two, unless that would never end.
    private void Fill(Type element, Action<object?> add)
    {
        for (int i = 0; i < 2 && !_way.Contains(element); i++)
        {
            add(Make(element));
        }
    }

    private object Model(Type type)
    {
        _way.Add(type);
        object model = Activator.CreateInstance(type)!;
        foreach (
            PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(static property => property.SetMethod?.IsPublic == true)
        )
        {
            if (!_way.Contains(property.PropertyType) || property.IsDefined(typeof(RequiredMemberAttribute)) && _way.Count < 12)
            {
                property.SetValue(model, Make(property.PropertyType));
            }
        }

        _way.Remove(type);
        return model;
    }

    private object Constructed(Type type)
    {
        ConstructorInfo constructor =
            type.GetConstructors().OrderBy(static constructor => constructor.GetParameters().Length).FirstOrDefault()
            ?? throw new NotSupportedException($"No sample of {type}.");
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))]);
    }

    // Of what works like an enumeration, a value that the document declares.
    private static object? DeclaredValue(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .FirstOrDefault(property => property.PropertyType == type)
            ?.GetValue(null);

    private static Array ToArray(IList items, Type element)
    {
        Array array = Array.CreateInstance(element, items.Count);
        items.CopyTo(array, 0);
        return array;
    }

    private static Type? Element(Type type, params Type[] generics) =>
        type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(candidate => candidate.IsGenericType && generics.Contains(candidate.GetGenericTypeDefinition()))
            ?.GetGenericArguments()[^1];
}
