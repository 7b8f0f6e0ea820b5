using System.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits an open enumeration: a struct around the string on the wire, with a property per declared value.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        string self = model.Name;
        string @interface = $"global::PowerConnectors.Json.IOpenEnumValue<{self}>";
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

                static {{self}} {{@interface}}.Create(string value) => new(value);

                """
            );
            EmitFindDeclared(writer, model, @interface);
        }
    }

    private static void EmitFindDeclared(SourceWriter writer, EnumModel model, string @interface)
    {
        using (writer.Block($"static string? {@interface}.FindDeclared(global::System.ReadOnlySpan<byte> utf8)"))
        {
            using (writer.Block("switch (utf8.Length)"))
            {
                foreach (EnumValueModel value in model.Values)
                {
                    int length = Encoding.UTF8.GetByteCount(value.WireValue);
                    string literal = CSharpText.Literal(value.WireValue);
                    writer.Line($"case {length} when utf8.SequenceEqual({literal}u8): return {literal};");
                }

                writer.Line("default: return null;");
            }
        }
    }
}
