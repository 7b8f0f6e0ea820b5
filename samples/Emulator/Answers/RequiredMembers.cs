using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Spec;

namespace PowerConnectors.Emulator.Answers;

/// <summary>Leaves out of an answer what its schema calls required, apart from the objects that hold the rest.</summary>
internal static class RequiredMembers
{
    public static void Omit(JsonNode? value, SpecSchema schema)
    {
        if (value is JsonArray items && schema.Items is { } itemSchema)
        {
            foreach (var item in items)
            {
                Omit(item, itemSchema);
            }
        }
        else if (value is JsonObject members)
        {
            OmitFrom(members, schema);
        }
    }

    private static void OmitFrom(JsonObject members, SpecSchema schema)
    {
        foreach (var name in schema.Required)
        {
            if (schema.Property(name) is not { DeclaresMembers: true })
            {
                members.Remove(name);
            }
        }

        foreach (var (name, value) in members)
        {
            if ((schema.Property(name) ?? schema.AdditionalProperties) is { } memberSchema)
            {
                Omit(value, memberSchema);
            }
        }
    }
}
