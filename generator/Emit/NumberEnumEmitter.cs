using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits an open enumeration of numbers: a struct around the number on the wire, with a property per declared value.</summary>
internal static class NumberEnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        string self = model.Name;
        (string number, string suffix) = model.Kind == ValueKind.Int64Enum ? ("long", "L") : ("double", "D");
        string @interface = $"{TypeText.Json}::IOpenEnumNumber<{self}, {number}>";
        writer.Line(TypeText.ConverterAttribute("OpenEnumNumberConverter", $"{self}, {number}"));
        using (writer.Block($"{TypeText.Access(model.IsInternal)} readonly partial record struct {self} : {@interface}"))
        {
            writer.Lines(
                $$"""
                private readonly {{number}}? _value;

                /// <summary>Makes a value, declared or not.</summary>
                /// <param name="value">The number on the wire.</param>
                public {{self}}({{number}} value) => _value = value;

                """
            );
            foreach (EnumValueModel value in model.Values)
            {
                writer.Line($"/// <summary>The value {value.WireValue}.</summary>");
                writer.Line($"public static {self} {value.Name} => new({value.WireValue}{suffix});");
                writer.Line();
            }

            writer.Lines(
                $$"""
                {{number}}? {{@interface}}.Value => _value;

                /// <summary>Makes a value from the number on the wire.</summary>
                /// <param name="value">The number on the wire.</param>
                public static implicit operator {{self}}({{number}} value) => new(value);

                /// <summary>The number on the wire; 0 for <c>default</c>.</summary>
                /// <param name="value">The value.</param>
                public static explicit operator {{number}}({{self}} value) => value._value.GetValueOrDefault();

                /// <summary>The number on the wire; empty for <c>default</c>.</summary>
                public override string ToString() => _value?.ToString(global::System.Globalization.CultureInfo.InvariantCulture) ?? "";
                """
            );
        }
    }
}
