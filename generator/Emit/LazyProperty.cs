using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>A property of free JSON, whose field holds the bytes that came until somebody looks at them.</summary>
internal static class LazyProperty
{
    public static bool Is(PropertyModel property) => property.Type.Kind == ValueKind.Element;

    public static string Field(PropertyModel property) => PrivateNames.JsonOf(property.Name);

    public static void Emit(SourceWriter writer, PropertyModel property, string declaration) =>
        writer.Lines(
            $$"""
            {{declaration}}
            {
                get => {{Field(property)}}.{{(property.IsNullable ? "Value" : "ValueOrDefault")}};
                set => {{Field(property)}} = new(value);
            }

            private {{TypeText.Json}}::LazyJson {{Field(property)}};
            """
        );
}
