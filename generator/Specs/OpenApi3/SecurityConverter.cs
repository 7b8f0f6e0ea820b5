using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>Converts security schemes: whatever ends in a token in the Authorization header is one kind for a client.</summary>
internal sealed class SecurityConverter(ConversionSource source)
{
    private static readonly HashSet<string> Changed = ["type", "scheme", "bearerFormat", "flows", "openIdConnectUrl"];

    public JsonObject Convert(Part components)
    {
        JsonObject converted = [];
        foreach (KeyValuePair<string, Part> declared in components.ObjectsOf("securitySchemes"))
        {
            if (source.Resolve(declared.Value) is { } scheme)
            {
                JsonObject one = scheme.CopyWithout(Changed);
                one["type"] = Type(scheme);
                source.Origins.Add(one, scheme.Pointer);
                converted[declared.Key] = one;
            }
        }

        source.Origins.Add(converted, components.Place("securitySchemes"));
        return converted;
    }

    private static string Type(Part scheme) =>
        (scheme.Text("type"), scheme.Text("scheme")?.ToLowerInvariant()) switch
        {
            ("http", "basic") => "basic",
            ("http", "bearer") or ("openIdConnect", _) => "oauth2",
            ("http", { } other) => $"http {other}",
            ({ } type, _) => type,
            _ => "",
        };
}
