using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>
/// A required property of a type such as <c>bool</c>: false or 0 is a value once somebody has set it, but not after a member that did not come.
/// </summary>
internal static class RequiredValueProperty
{
    public static bool Is(PropertyModel property) => property.IsRequired && property.Type.IsPlainValueType;

    public static string Field(PropertyModel property) => PrivateNames.ValueOf(property.Name);

    public static void Emit(SourceWriter writer, PropertyModel property, string declaration, int number) =>
        writer.Lines(
            $$"""
            {{declaration}}
            {
                get => {{Field(property)}};
                set
                {
                    {{Field(property)}} = value;
                    {{TypeText.Json}}::ModelMembers.HasValue(this, {{number}});
                }
            }

            private {{TypeText.Name(property.Type)}} {{Field(property)}};
            """
        );
}
