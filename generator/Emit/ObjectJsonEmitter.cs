using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits the part of a class that reads and writes its JSON: a table of its members, and by their numbers in it what each is read into and written from.</summary>
internal static class ObjectJsonEmitter
{
    private const string Members = $"{TypeText.Json}::ModelMembers";

    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        EmitMembers(writer, model);
        writer.Line();
        EmitRead(writer, model);
        writer.Line();
        EmitWrite(writer, model);
        writer.Line();
        ModelInterface.Emit(writer, model.Name, Initializer(model));
    }

    private static void EmitMembers(SourceWriter writer, ObjectModel model)
    {
        string names = string.Join(", ", model.Properties.Select(static property => CSharpText.Literal(property.WireName)));
        string rules =
            Numbers(model, "required", static property => property.IsRequired)
            + Numbers(model, "requiredValues", RequiredValueProperty.Is)
            + Numbers(model, "readOnly", static property => property.IsReadOnly);
        writer.Line($"private static readonly {Members} {PrivateNames.Members} = new([{names}]{rules});");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override {Members} DeclaredMembers => {PrivateNames.Members};");
    }

    private static string Numbers(ObjectModel model, string name, Func<PropertyModel, bool> isMeant)
    {
        string numbers = string.Join(", ", Enumerable.Range(0, model.Properties.Count).Where(i => isMeant(model.Properties[i])));
        return numbers.Length == 0 ? "" : $", {name}: [{numbers}]";
    }

    private static void EmitRead(SourceWriter writer, ObjectModel model)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"protected override void ReadMember(ref {TypeText.Reader} reader, int member)"))
        {
            using (writer.Block("switch (member)"))
            {
                for (int i = 0; i < model.Properties.Count; i++)
                {
                    PropertyModel property = model.Properties[i];
                    writer.Line($"case {i}: {Storage(property)} = {Read(property)}; break;");
                }
            }
        }
    }

    private static string Initializer(ObjectModel model)
    {
        string[] assignments =
        [
            .. model
                .Properties.Where(static property => property.IsInitRequired)
                .Select(static property => $"{property.Name} = {(property.Type.IsValueType ? "default" : "null!")}"),
        ];
        return assignments.Length == 0 ? "" : $" {{ {string.Join(", ", assignments)} }}";
    }

    private static string Storage(PropertyModel property) =>
        LazyProperty.Is(property) ? LazyProperty.Field(property)
        : RequiredValueProperty.Is(property) ? RequiredValueProperty.Field(property)
        : property.Name;

    private static string HasValue(PropertyModel property) =>
        LazyProperty.Is(property) ? $"!{LazyProperty.Field(property)}.IsUndefined" : $"{property.Name} is not null";

    private static string Read(PropertyModel property)
    {
        if (LazyProperty.Is(property))
        {
            return "reader.ReadLazy()";
        }

        string value =
            property.IsNullable ? ""
            : property.Type.IsValueType ? ".GetValueOrDefault()"
            : "!";
        return TypeText.Read(property.Type, "reader", "this") + value;
    }

    private static void EmitWrite(SourceWriter writer, ObjectModel model)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"protected override void WriteMembers({TypeText.Json}::ObjectWriter members)"))
        {
            for (int i = 0; i < model.Properties.Count; i++)
            {
                EmitWriteMember(writer, model.Properties[i], i);
            }
        }
    }

    private static void EmitWriteMember(SourceWriter writer, PropertyModel property, int number)
    {
        string items = property.Type.Item is { } item ? $", {TypeText.WriteDelegate(item)}" : "";

        // An enumeration's type cannot be inferred where the property is not nullable.
        string argument = property is { Type.IsEnum: true, IsNullable: false } ? $"<{property.Type.Name}>" : "";
        string verb = LazyProperty.Is(property) ? "Lazy" : TypeText.Verb(property.Type);
        string write = $"members.Write{verb}{argument}({number}, {Storage(property)}{items});";
        if (property.SentDefault is { } json)
        {
            write = $"if ({HasValue(property)} || !members.WriteDefault({number}, {CSharpText.Utf8(json)})) {write}";
        }

        writer.Line(write);
    }
}
