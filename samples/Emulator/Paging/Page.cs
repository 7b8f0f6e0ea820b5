using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Endpoints;

namespace PowerConnectors.Emulator.Paging;

/// <summary>Answers lists, whole or page by page.</summary>
internal static class Page
{
    /// <summary>Answers the page that the call asks for. <c>$top</c> makes pages smaller; it does not end the list.</summary>
    public static Answer Of<T>(OperationCall call, IReadOnlyList<T> items, Func<T, JsonNode> shape)
    {
        var size = Math.Clamp(call.Top ?? int.MaxValue, 1, call.Options.PageSize);
        var skip = SkipToken.Read(call.Query(SkipToken.ParameterName));
        var body = Body(items.Skip(skip).Take(size), shape);
        if (items.Count - size > skip)
        {
            body["nextLink"] = NextLink.Create(call.Request, skip + size, call.Options.ForeignNextLinks);
        }

        return Answer.Ok(body);
    }

    /// <summary>Answers everything at once.</summary>
    public static Answer Whole<T>(IEnumerable<T> items, Func<T, JsonNode> shape) => Answer.Ok(Body(items, shape));

    private static JsonObject Body<T>(IEnumerable<T> items, Func<T, JsonNode> shape) =>
        new() { ["value"] = new JsonArray([.. items.Select(shape)]) };
}
