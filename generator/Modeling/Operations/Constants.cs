using System.Text.Json.Nodes;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>What is sent without asking callers: the default of a parameter that they are not meant to see.</summary>
internal static class Constants
{
    /// <summary>The texts to send: one, or one for each item of a list that is written so; none where the default has no such form.</summary>
    public static IReadOnlyList<string> Of(JsonNode? value, JsonObject? parameter, bool mayRepeat)
    {
        if (ParameterTypes.TextOf(value) is not { } text)
        {
            return [];
        }

        return value is not JsonArray items
            ? [text]
            : ParameterTypes.FormOf(new TypeRef(ValueKind.List), parameter, mayRepeat) switch
            {
                ListForm.Each => [.. items.Select(ParameterTypes.TextOf).OfType<string>()],
                ListForm.Spaces => [Join(items, " ")],
                ListForm.Tabs => [Join(items, "\t")],
                ListForm.Pipes => [Join(items, "|")],
                _ => [text],
            };
    }

    /// <summary>The parameter once for each text; as it is where there is none.</summary>
    public static IEnumerable<ParameterModel> Apply(ParameterModel parameter, IReadOnlyList<string> texts) =>
        texts.Count == 0 ? [parameter] : texts.Select(text => parameter with { Constant = text });

    private static string Join(JsonArray items, string separator) => string.Join(separator, items.Select(ParameterTypes.TextOf));
}
