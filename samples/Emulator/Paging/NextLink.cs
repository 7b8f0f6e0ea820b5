using Microsoft.AspNetCore.Http.Extensions;

namespace PowerConnectors.Emulator.Paging;

/// <summary>The absolute address of the page that follows.</summary>
internal static class NextLink
{
    private const string ForeignOrigin = "https://unitedstates-002.azure-apim.example";

    public static string Create(HttpRequest request, int skip, bool foreign)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => parameter.Key != SkipToken.ParameterName))
        {
            { SkipToken.ParameterName, SkipToken.Write(skip) },
        };
        var origin = foreign ? ForeignOrigin : $"{request.Scheme}://{request.Host}";
        return origin + request.Path.ToUriComponent() + query.ToQueryString();
    }
}
