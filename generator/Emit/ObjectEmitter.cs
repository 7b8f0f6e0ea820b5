using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits a class with its properties and its JSON code.</summary>
internal static class ObjectEmitter
{
    private const string ModelBase = $"{TypeText.Json}::ConnectorModel";
    private const string KeyedInterface = $"{TypeText.Json}::IKeyedElement";

    private const string NeverBrowsable =
        "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        string keyed = model.Key is null ? "" : $", {KeyedInterface}";
        writer.Line(TypeText.ConverterAttribute("ModelConverter", model.Name));
        using (
            writer.Block(
                $"{TypeText.Access(model.IsInternal)} sealed partial class {model.Name} : {ModelBase}, {ModelInterface.Of(model.Name)}{keyed}"
            )
        )
        {
            for (int i = 0; i < model.Properties.Count; i++)
            {
                PropertyModel property = model.Properties[i];
                writer.Doc(property.Doc);
                if (property.IsHidden)
                {
                    writer.Line(NeverBrowsable);
                }

                EmitProperty(writer, property, i);
                writer.Line();
            }

            if (model.Additional is { } additional)
            {
                EmitAdditional(writer, additional);
            }

            if (model.Key is { } key)
            {
                EmitKey(writer, key);
            }

            ObjectJsonEmitter.Emit(writer, model);
        }
    }

    private static void EmitProperty(SourceWriter writer, PropertyModel property, int number)
    {
        string required = property.IsInitRequired ? "required " : "";
        string nullable = property.IsNullable ? "?" : "";
        string initializer = property is { IsNullable: false, IsInitRequired: false, Type.IsValueType: false } ? " = null!;" : "";
        string declaration = $"public {required}{TypeText.Name(property.Type)}{nullable} {property.Name}";
        if (LazyProperty.Is(property))
        {
            LazyProperty.Emit(writer, property, declaration);
            return;
        }

        if (RequiredValueProperty.Is(property))
        {
            RequiredValueProperty.Emit(writer, property, declaration, number);
            return;
        }

        writer.Line($"{declaration} {{ get; set; }}{initializer}");
    }

    private static void EmitAdditional(SourceWriter writer, AdditionalModel additional) =>
        writer.Lines(
            $$"""
            /// <summary>The members that the document does not name, as the type that it gives them: a view of what <see cref="{{ModelBase}}.Json"/> holds.</summary>
            [global::System.Text.Json.Serialization.JsonIgnore]
            public {{TypeText.Json}}::AdditionalMembers<{{TypeText.Name(additional.Type)}}> {{additional.Name}} =>
                new(this, {{TypeText.ReadDelegate(additional.Type)}}, {{TypeText.WriteDelegate(additional.Type)}});

            """
        );

    private static void EmitKey(SourceWriter writer, KeyModel key) =>
        writer.Lines(
            $$"""
            /// <summary>The alias under which the element stood where it was read from a dictionary. It is kept in memory and is no member of the element's JSON.</summary>
            [global::System.Text.Json.Serialization.JsonIgnore]
            public string? {{key.AliasName}} { get; set; }

            string? {{KeyedInterface}}.Key
            {
                get => {{key.AliasName}};
                set => {{key.AliasName}} = value;
            }

            string? {{KeyedInterface}}.DerivedKey => {{TypeText.Json}}::VariantKeys.LastSegment({{key.MemberName}});

            """
        );
}
