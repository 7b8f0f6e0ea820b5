using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>How types are written in C#, and how values of them are read and written.</summary>
internal static class TypeText
{
    /// <summary>
    /// The runtime's namespace for JSON, by the name that every file gives it: a large document's code is compiled in a tenth less time than with the whole name
    /// wherever it stands. Before <c>::</c> an alias is not taken for a namespace or type of its name.
    /// </summary>
    public const string Json = "_Json";

    public const string Reader = $"{Json}::ModelReader";

    public static string Name(TypeRef type) =>
        type.Kind switch
        {
            ValueKind.String => "string",
            ValueKind.Boolean => "bool",
            ValueKind.Int32 => "int",
            ValueKind.Int64 => "long",
            ValueKind.Double => "double",
            ValueKind.Decimal => "decimal",
            ValueKind.DateTimeOffset => "global::System.DateTimeOffset",
            ValueKind.DateOnly => "global::System.DateOnly",
            ValueKind.Guid => "global::System.Guid",
            ValueKind.Uri => "global::System.Uri",
            ValueKind.Bytes => "byte[]",
            ValueKind.Element => "global::System.Text.Json.JsonElement",
            ValueKind.Stream => "global::System.IO.Stream",
            ValueKind.File => "global::PowerConnectors.ConnectorFile",
            ValueKind.List => $"global::System.Collections.Generic.IList<{Name(type.Item!)}>",
            ValueKind.Dictionary => $"global::System.Collections.Generic.IDictionary<string, {Name(type.Item!)}>",
            _ => type.Name!,
        };

    /// <summary>Who sees a type.</summary>
    public static string Access(bool isInternal) => isInternal ? "internal" : "public";

    /// <summary>What lets System.Text.Json handle a type right where no serializer context is given, instead of by reflection over its properties.</summary>
    public static string ConverterAttribute(string converter, string type) => $"[{Json}::{converter}<{type}>]";

    /// <summary>An expression that reads a value.</summary>
    /// <param name="type">The value's type.</param>
    /// <param name="reader">What reads.</param>
    /// <param name="owner">The model that a member belongs to, which remembers what its property cannot say; none for an item.</param>
    public static string Read(TypeRef type, string reader, string owner = "")
    {
        string comma = owner.Length == 0 ? "" : ", ";
        return type.Kind switch
        {
            ValueKind.Enum or ValueKind.Int64Enum or ValueKind.DoubleEnum or ValueKind.Model =>
                $"{reader}.Read{type.Kind}<{type.Name}>({owner})",
            ValueKind.List when type.Item!.Kind == ValueKind.Model => $"{reader}.ReadModels<{type.Item.Name}>({owner})",
            ValueKind.List or ValueKind.Dictionary => $"{reader}.Read{type.Kind}({owner}{comma}{ReadDelegate(type.Item!)})",
            _ => $"{reader}.Read{type.Kind}({owner})",
        };
    }

    public static string ReadDelegate(TypeRef type) => $"static (ref {Reader} item) => {Read(type, "item")}";

    /// <summary>A statement, without its semicolon, that writes a value.</summary>
    public static string Write(TypeRef type, string writer, string value) =>
        type.Kind switch
        {
            ValueKind.List or ValueKind.Dictionary => $"{writer}.Write{type.Kind}({value}, {WriteDelegate(type.Item!)})",
            _ => $"{writer}.Write{Verb(type)}({value})",
        };

    public static string WriteDelegate(TypeRef type, bool isNullable = false)
    {
        string value = (isNullable, type.IsValueType) switch
        {
            (true, true) => "item.GetValueOrDefault()",
            (true, false) => "item!",
            _ => "item",
        };
        return $"static (items, item) => {Write(type, "items", value)}";
    }

    /// <summary>What the writing methods call this type. They take all whole numbers as one.</summary>
    public static string Verb(TypeRef type) => type.Kind == ValueKind.Int32 ? nameof(ValueKind.Int64) : type.Kind.ToString();
}
