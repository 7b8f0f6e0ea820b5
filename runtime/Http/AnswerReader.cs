using System.IO.Compression;
using System.Net;

namespace PowerConnectors.Http;

/// <summary>Reads the body of an answer, decoded, and no more of it than there may be.</summary>
internal sealed class AnswerReader(int maxSize)
{
    /// <summary>Whether an answer has a body at all. Where it has none, its headers may still tell of one: of what a GET would bring.</summary>
    public static bool HasBody(HttpMethod method, HttpResponseMessage response) =>
        method != HttpMethod.Head && response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified);

    /// <summary>Fills a body.</summary>
    /// <returns><see langword="false"/> if the answer is larger than it may be; an error then has as much as is kept of errors.</returns>
    /// <exception cref="InvalidDataException">The answer cannot be decoded, or ends too early.</exception>
    public async Task<bool> ReadAsync(HttpResponseMessage response, PooledBody body, CancellationToken cancellationToken)
    {
        int limit = response.IsSuccessStatusCode ? maxSize : ReceivedAnswer.MaxKeptOfErrors;
        HttpContent content = response.Content;
        bool isGzip = ContentCoding.Of(content) == ContentCoding.Gzip;
        long announced = isGzip ? 0 : content.Headers.ContentLength ?? 0;
        if (response.IsSuccessStatusCode && announced > limit)
        {
            return false;
        }

        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return isGzip
                ? await InflateAsync(content, stream, body, limit, cancellationToken).ConfigureAwait(false)
                : await body.FillAsync(stream, announced, limit, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<bool> InflateAsync(
        HttpContent content,
        Stream compressed,
        PooledBody body,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ContentCoding.Forget(content);
        GZipStream inflated = new(new GzipAnswer(compressed), CompressionMode.Decompress);
        await using (inflated.ConfigureAwait(false))
        {
            try
            {
                if (!await body.FillAsync(inflated, announced: 0, limit + GzipAnswer.End.Length, cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }
            catch (InvalidDataException exception)
            {
                // The framework speaks of archives.
                throw new InvalidDataException("it is no valid gzip", exception);
            }

            return body.TryRemove(GzipAnswer.End) ? true : throw new InvalidDataException("its gzip ends too early");
        }
    }
}
