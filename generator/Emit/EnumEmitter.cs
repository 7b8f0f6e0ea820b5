using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits an open enumeration: a struct around the string on the wire, with a property per declared value.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        string self = model.Name;
        string @interface = $"{TypeText.Json}::IOpenEnumValue<{self}>";
        string values = string.Join(", ", model.Values.Select(static value => CSharpText.Literal(value.WireValue)));
        writer.Line(TypeText.ConverterAttribute("OpenEnumConverter", self));
        // Records are compared by what they hold, and the compiler writes that itself.
        using (writer.Block($"{TypeText.Access(model.IsInternal)} readonly partial record struct {self} : {@interface}"))
        {
            writer.Lines(
                $$"""
                private readonly string? _value;

                /// <summary>Makes a value, declared or not.</summary>
                /// <param name="value">The value on the wire.</param>
                public {{self}}(string value) => _value = value ?? throw new global::System.ArgumentNullException(nameof(value));

                """
            );
            foreach (EnumValueModel value in model.Values)
            {
                writer.Line($"/// <summary>The value <c>{CSharpText.XmlLine(value.WireValue)}</c>.</summary>");
                writer.Line($"public static {self} {value.Name} => new({CSharpText.Literal(value.WireValue)});");
                writer.Line();
            }

            writer.Lines(
                $$"""
                string? {{@interface}}.Value => _value;

                /// <summary>Makes a value from the string on the wire.</summary>
                /// <param name="value">The value on the wire.</param>
                public static implicit operator {{self}}(string value) => new(value);

                /// <summary>The value on the wire; empty for <c>default</c>.</summary>
                public override string ToString() => _value ?? "";

                static {{TypeText.Json}}::OpenEnumValues {{@interface}}.Declared { get; } = new({{values}});
                """
            );
        }
    }
}
