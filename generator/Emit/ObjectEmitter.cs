using System.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits a class with its properties and its JSON code.</summary>
internal static class ObjectEmitter
{
    private const string ModelBase = "global::PowerConnectors.Json.ConnectorModel";
    private const string Interface = "global::PowerConnectors.Json.IConnectorModel";
    private const string KeyedInterface = "global::PowerConnectors.Json.IKeyedElement";
    private const string Rules = "global::PowerConnectors.Json.MemberRules";

    private const string NeverBrowsable =
        "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        string keyed = model.Key is null ? "" : $", {KeyedInterface}";
        writer.Line(TypeText.ConverterAttribute("ModelConverter", model.Name));
        using (
            writer.Block(
                $"{TypeText.Access(model.IsInternal)} sealed partial class {model.Name} : {ModelBase}, {Interface}<{model.Name}>{keyed}"
            )
        )
        {
            foreach (PropertyModel property in model.Properties)
            {
                writer.Doc(property.Doc);
                if (property.IsHidden)
                {
                    writer.Line(NeverBrowsable);
                }

                EmitProperty(writer, property);
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

            EmitIsDeclared(writer, model);
            writer.Line();
            EmitRead(writer, model);
            writer.Line();
            EmitWrite(writer, model);
        }
    }

    private static void EmitProperty(SourceWriter writer, PropertyModel property)
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

        if (!NeedsFlag(property))
        {
            writer.Line($"{declaration} {{ get; set; }}{initializer}");
            return;
        }

        // False or 0 is a value once somebody has set it; the type alone cannot tell that from a member that did not come.
        writer.Lines(
            $$"""
            {{declaration}}
            {
                get;
                set
                {
                    field = value;
                    global::PowerConnectors.Json.ModelMembers.HasValue(this, {{CSharpText.Utf8(property.WireName)}});
                }
            }
            """
        );
    }

    private static void EmitAdditional(SourceWriter writer, AdditionalModel additional) =>
        writer.Lines(
            $$"""
            /// <summary>The members that the document does not name, as the type that it gives them: a view of what <see cref="{{ModelBase}}.Json"/> holds.</summary>
            [global::System.Text.Json.Serialization.JsonIgnore]
            public global::PowerConnectors.Json.AdditionalMembers<{{TypeText.Name(additional.Type)}}> {{additional.Name}} =>
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

            string? {{KeyedInterface}}.DerivedKey => global::PowerConnectors.Json.VariantKeys.LastSegment({{key.MemberName}});

            """
        );

    private static void EmitIsDeclared(SourceWriter writer, ObjectModel model)
    {
        string names = string.Join(" or ", model.Properties.Select(static property => CSharpText.Literal(property.WireName)));
        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override bool IsDeclared(string memberName) => memberName is {names};");
    }

    private static void EmitRead(SourceWriter writer, ObjectModel model)
    {
        using (writer.Block($"static {model.Name} {Interface}<{model.Name}>.ReadJson(ref {TypeText.Reader} reader)"))
        {
            writer.Line("int mark = reader.BeginObject();");
            writer.Line($"{model.Name} value = new(){Initializer(model)};");
            foreach (PropertyModel property in model.Properties.Where(NeedsFlag))
            {
                writer.Line($"bool has{property.Name} = false;");
            }

            using (writer.Block("while (reader.ReadMember(out var name))"))
            {
                using (writer.Block("switch (name.Length)"))
                {
                    foreach (
                        IGrouping<int, PropertyModel> group in model.Properties.GroupBy(static property =>
                            Encoding.UTF8.GetByteCount(property.WireName)
                        )
                    )
                    {
                        foreach (PropertyModel property in group)
                        {
                            EmitReadMember(writer, property, group.Key);
                        }
                    }

                    writer.Line("default: reader.KeepMember(); break;");
                }
            }

            writer.Line();
            writer.Line("reader.EndObject(value, mark);");
            foreach (PropertyModel property in model.Properties.Where(static property => property.IsRequired))
            {
                EmitMissing(writer, property);
            }

            writer.Line("return value;");
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

    private static void EmitReadMember(SourceWriter writer, PropertyModel property, int length)
    {
        string read =
            LazyProperty.Is(property) ? "reader.ReadLazy()"
            : property.Type.HasForm ? ReadWithForm(property)
            : TypeText.Read(property.Type, "reader");
        string whenNull =
            property is { IsNullable: true, Type.Kind: ValueKind.Enum } ? $"({property.Type.Name}?)null" // A mere null would be a string, and become a value.
            : property.IsNullable ? "null"
            : property.Type.IsValueType ? "default"
            : "null!";
        string value = LazyProperty.Is(property) ? read : $"reader.IsNull(value) ? {whenNull} : {read}";
        string flag = NeedsFlag(property) ? $" reader.KeepNull(value); has{property.Name} = true;" : "";
        writer.Line($"case {length} when name.SequenceEqual({CSharpText.Utf8(property.WireName)}):");
        writer.Line($"    value.{Storage(property)} = {value};{flag} break;");
    }

    private static void EmitMissing(SourceWriter writer, PropertyModel property)
    {
        string owner = NeedsFlag(property) ? "value, " : "";
        writer.Line($"if ({IsMissing(property)}) reader.Missing({owner}{CSharpText.Utf8(property.WireName)});");
    }

    private static string IsMissing(PropertyModel property) =>
        NeedsFlag(property) ? $"!has{property.Name}"
        : LazyProperty.Is(property) ? $"value.{LazyProperty.Field(property)}.IsUndefined"
        : property.Type.IsEnum ? $"value.{property.Name} == default"
        : $"value.{property.Name} is null";

    private static string Storage(PropertyModel property) => LazyProperty.Is(property) ? LazyProperty.Field(property) : property.Name;

    private static string HasValue(PropertyModel property) =>
        LazyProperty.Is(property) ? $"!value.{LazyProperty.Field(property)}.IsUndefined" : $"value.{property.Name} is not null";

    private static bool NeedsFlag(PropertyModel property) => property.IsRequired && property.Type.IsPlainValueType;

    private static string ReadWithForm(PropertyModel property)
    {
        string argument = property.Type.IsEnum ? $"<{property.Type.Name}>" : "";
        string value =
            property.IsNullable ? ""
            : property.Type.IsValueType ? ".GetValueOrDefault()"
            : "!";
        return $"reader.Read{property.Type.Kind}{argument}(value){value}";
    }

    private static void EmitWrite(SourceWriter writer, ObjectModel model)
    {
        using (writer.Block($"static void {Interface}<{model.Name}>.WriteJson({TypeText.Writer} writer, {model.Name} value)"))
        {
            writer.Line("var members = writer.BeginObject(value);");
            foreach (PropertyModel property in model.Properties)
            {
                string items = property.Type.Item is { } item ? $", {TypeText.WriteDelegate(item)}" : "";
                string name = CSharpText.Utf8(property.WireName);

                // An enumeration's type cannot be inferred where the property is not nullable.
                string argument = property is { Type.IsEnum: true, IsNullable: false } ? $"<{property.Type.Name}>" : "";
                string verb = LazyProperty.Is(property) ? "Lazy" : TypeText.Verb(property.Type);
                string write = $"members.Write{verb}{argument}({name}, value.{Storage(property)}{items}{RulesOf(property)});";
                if (property.SentDefault is { } json)
                {
                    using (writer.Block($"if ({HasValue(property)} || !members.WriteDefault({name}, {CSharpText.Utf8(json)}))"))
                    {
                        writer.Line(write);
                    }
                }
                else
                {
                    writer.Line(write);
                }
            }

            writer.Line("members.End();");
        }
    }

    private static string RulesOf(PropertyModel property) =>
        (property.IsRequired, property.IsReadOnly) switch
        {
            (true, true) => $", {Rules}.Required | {Rules}.ReadOnly",
            (true, false) => $", {Rules}.Required",
            (false, true) => $", {Rules}.ReadOnly",
            _ => "",
        };
}
