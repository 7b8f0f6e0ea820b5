namespace PowerConnectors.Http;

/// <summary>A whole answer. Its body lies in rented memory: nothing of it may be used after it was disposed.</summary>
internal sealed class ReceivedAnswer(HttpResponseMessage message, string clientRequestId, PooledBody body) : IDisposable
{
    /// <summary>How much of the body of an error is read, and kept in exceptions.</summary>
    public const int MaxKeptOfErrors = 64 * 1024;

    public int Status { get; } = (int)message.StatusCode;

    public bool IsSuccess { get; } = message.IsSuccessStatusCode;

    /// <summary>The body, where it is handed on unread; <see langword="null"/> where it was read.</summary>
    public Stream? Unread { get; init; }

    public ReadOnlySpan<byte> Body => body.Written;

    /// <summary>The body as JSON: without the byte order mark that some services send.</summary>
    public ReadOnlySpan<byte> Json => Body.StartsWith(ByteOrderMark) ? Body[ByteOrderMark.Length..] : Body;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The response as callers see it, without the body.</summary>
    public ConnectorResponse ToResponse() => new(message, clientRequestId, content: null);

    /// <summary>The response as callers see it, with the body.</summary>
    public ConnectorResponse ToResponseWithContent() => new(message, clientRequestId, Body.ToArray());

    /// <summary>The response as an exception carries it: a body may be of any size, and exceptions live long.</summary>
    public ConnectorResponse ToErrorResponse() => new(message, clientRequestId, Body[..Math.Min(Body.Length, MaxKeptOfErrors)].ToArray());

    public void Dispose() => body.Dispose();
}
