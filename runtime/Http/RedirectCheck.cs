using PowerConnectors.Errors;
using PowerConnectors.Retries;

namespace PowerConnectors.Http;

/// <summary>
/// Finds out whether the HTTP client followed a redirect: its handler sends keys along, and writes again or as a GET. What a given HTTP client does cannot be seen ahead
/// of that. A handler that changes an address on its own origin is left alone.
/// </summary>
internal static class RedirectCheck
{
    /// <exception cref="ConnectorRequestException">The answer is not one to what was asked; it is disposed.</exception>
    public static void Check(ConnectorCall call, HttpRequestMessage sent, HttpResponseMessage response, ErrorFactory errors)
    {
        HttpRequestMessage answered = response.RequestMessage ?? sent;
        if (answered.RequestUri is not { } address || (IsSameOrigin(call.Address, address) && answered.Method == call.Method))
        {
            return;
        }

        response.Dispose();
        call.MayHaveBeenCarriedOut |= !RetryRules.IsSafe(call.Method);
        throw errors.Redirected(call, address);
    }

    private static bool IsSameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
