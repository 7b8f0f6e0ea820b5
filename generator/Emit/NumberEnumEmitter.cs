using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits an open enumeration of numbers: a struct around the number on the wire, with a property per declared value.</summary>
internal static class NumberEnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        string self = model.Name;
        (string number, string suffix) = model.Kind == ValueKind.Int64Enum ? ("long", "L") : ("double", "D");
        string @interface = $"global::PowerConnectors.Json.IOpenEnumNumber<{self}, {number}>";
        writer.Line(TypeText.ConverterAttribute("OpenEnumNumberConverter", $"{self}, {number}"));
        using (
            writer.Block(
                $"{TypeText.Access(model.IsInternal)} readonly partial struct {self} : {@interface}, global::System.IEquatable<{self}>"
            )
        )
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

                /// <summary>Whether two values are the same number.</summary>
                public static bool operator ==({{self}} left, {{self}} right) => left.Equals(right);

                /// <summary>Whether two values are different numbers.</summary>
                public static bool operator !=({{self}} left, {{self}} right) => !left.Equals(right);

                /// <inheritdoc/>
                public bool Equals({{self}} other) => global::System.Nullable.Equals(_value, other._value);

                /// <inheritdoc/>
                public override bool Equals(object? obj) => obj is {{self}} other && Equals(other);

                /// <inheritdoc/>
                public override int GetHashCode() => _value.GetHashCode();

                /// <summary>The number on the wire; empty for <c>default</c>.</summary>
                public override string ToString() => _value?.ToString(global::System.Globalization.CultureInfo.InvariantCulture) ?? "";

                static {{self}} {{@interface}}.Create({{number}} value) => new(value);
                """
            );
        }
    }
}
