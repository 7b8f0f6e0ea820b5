using System.Security.Cryptography;
using System.Text;
using PowerConnectors.Authentication;
using PowerConnectors.Http;

namespace PowerConnectors.Paging;

/// <summary>
/// Judges the links of one listing. A link only says which part of the same listing comes next: wherever it points, the endpoint is asked, and under the
/// operation's own path. A key that the service repeats in it is taken out; the call brings its own. Of the links seen a hash is kept, so that a loop ends and memory stays flat.
/// </summary>
internal sealed class NextLinks(ConnectorEndpoint endpoint, string operationPath, QueryKeyNames queryKeys)
{
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>Turns a link into what to ask the endpoint for.</summary>
    /// <param name="link">The link, as the service sent it.</param>
    /// <param name="current">The path and query of the page that it came with.</param>
    /// <returns>The path and query of the next page, or why there can be none.</returns>
    public (string? PathAndQuery, string? Reason) Resolve(string link, string current)
    {
        if (
            !Uri.TryCreate(endpoint.Locate(current), link, out Uri? target)
            || (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp)
        )
        {
            return (null, "is not an http address");
        }

        // Services spell their own paths now so, now so. What is asked for is the operation's spelling, whatever the link's.
        string own = Unescape(endpoint.Locate(operationPath).AbsolutePath);
        return own.Equals(Unescape(target.AbsolutePath), StringComparison.OrdinalIgnoreCase)
            ? (operationPath + queryKeys.TakeOut(target.Query), null)
            : (
                null,
                $"leaves the operation's path for '{target.AbsolutePath}'; if the service knows itself by another path than the endpoint's, let what stands between them rewrite its links"
            );
    }

    /// <summary>Notes that a page is asked for.</summary>
    /// <returns><see langword="false"/> if it was before.</returns>
    public bool Add(string pathAndQuery)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(pathAndQuery), hash);
        return _seen.Add(System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }

    // Twice, as parameters that a document wants encoded twice come back encoded once from some.
    private static string Unescape(string path) => Uri.UnescapeDataString(Uri.UnescapeDataString(path));
}
