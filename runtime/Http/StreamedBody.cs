using System.Net;

namespace PowerConnectors.Http;

/// <summary>A body made of bytes and of streams of the caller, which are read while it is sent and are never closed.</summary>
internal sealed class StreamedBody
{
    private readonly List<Piece> _pieces = [];
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
    public HttpContent ToContent() => new Content(this);

    private sealed record Piece(ReadOnlyMemory<byte> Bytes, Stream? Stream, long Start)
    {
        public long? Length =>
            Stream is null ? Bytes.Length
            : Stream.CanSeek ? Math.Max(0, Stream.Length - Start)
            : null;
    }

    private sealed class Content(StreamedBody body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            body._isBegun = true;
            foreach (Piece piece in body._pieces)
            {
                if (piece.Stream is not { } source)
                {
                    await stream.WriteAsync(piece.Bytes, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (source.CanSeek)
                {
                    source.Position = piece.Start;
                }

                await source.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            }
        }

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
