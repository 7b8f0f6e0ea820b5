namespace PowerConnectors.Http;

/// <summary>
/// The compressed bytes of an answer, and one more gzip member behind them. <see cref="System.IO.Compression.GZipStream"/> takes data that breaks off for data that
/// ends; this member comes out whole only if everything before it did.
/// </summary>
internal sealed class GzipAnswer(Stream compressed) : Stream
{
    private ReadOnlyMemory<byte> _member;
    private bool _ended;

    /// <summary>What the last member holds: the end of a whole answer.</summary>
    public static ReadOnlySpan<byte> End => "PowerConnectors!"u8;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // Header, one stored block, checksum and length.
    private static ReadOnlySpan<byte> Header => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1, 16, 0, 0xEF, 0xFF];

    private static ReadOnlySpan<byte> Trailer => [0xF9, 0x9B, 0x2A, 0x7F, 16, 0, 0, 0];

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = _ended ? 0 : await compressed.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0 || buffer.IsEmpty)
        {
            return read;
        }

        if (!_ended)
        {
            _ended = true;
            _member = (byte[])[.. Header, .. End, .. Trailer];
        }

        read = Math.Min(buffer.Length, _member.Length);
        _member[..read].CopyTo(buffer);
        _member = _member[read..];
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
