using System.Net;

namespace PowerConnectors.Http;

/// <summary>A body made of bytes and of streams of the caller, which are read while it is sent and are never closed.</summary>
internal sealed class StreamedBody
{
    private readonly List<Piece> _pieces = [];

    private Task _reading = Task.CompletedTask;
    private CancellationToken _stopped;
    private bool _isBegun;

    /// <summary>Whether the body has not been read from yet, or can be read from its start.</summary>
    public bool CanBeSent => !_isBegun || _pieces.TrueForAll(static piece => piece.Stream?.CanSeek != false);

    public static void CheckReadable(Stream stream, string parameter)
    {
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", parameter);
        }
    }

    public void Append(ReadOnlyMemory<byte> bytes) => _pieces.Add(new Piece(bytes, null, 0));

    public void Append(Stream stream, string parameter)
    {
        CheckReadable(stream, parameter);
        _pieces.Add(new Piece(default, stream, stream.CanSeek ? stream.Position : 0));
    }

    /// <summary>The body for one attempt.</summary>
    public HttpContent ToContent() => new Content(this, _stopped);

    /// <summary>Has one attempt read the streams until it ends, and no longer: an answer may come while the body is still being sent.</summary>
    /// <param name="stopped">Ends the reading.</param>
    public void Begin(CancellationToken stopped) => _stopped = stopped;

    /// <summary>Waits for the end of a read that is under way.</summary>
    public Task WhenUnreadAsync() => Volatile.Read(ref _reading);

    private async Task CopyAsync(Stream stream, CancellationToken stopped, CancellationToken cancellationToken)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stopped, cancellationToken);
        TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // A handler of the caller's may send twice within one attempt.
        await Interlocked.Exchange(ref _reading, read.Task).ConfigureAwait(false);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            _isBegun = true;
            foreach (Piece piece in _pieces)
            {
                await piece.CopyAsync(stream, either.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            read.SetResult();
        }
    }

    private sealed record Piece(ReadOnlyMemory<byte> Bytes, Stream? Stream, long Start)
    {
        public long? Length =>
            Stream is null ? Bytes.Length
            : Stream.CanSeek ? Math.Max(0, Stream.Length - Start)
            : null;

        public async Task CopyAsync(Stream target, CancellationToken cancellationToken)
        {
            if (Stream is null)
            {
                await target.WriteAsync(Bytes, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (Stream.CanSeek)
            {
                Stream.Position = Start;
            }

            await Stream.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
    }

    private sealed class Content(StreamedBody body, CancellationToken stopped) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            body.CopyAsync(stream, stopped, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            foreach (Piece piece in body._pieces)
            {
                if (piece.Length is not { } known)
                {
                    return false;
                }

                length += known;
            }

            return true;
        }
    }
}
