using System.Buffers;

namespace PowerConnectors.Http;

/// <summary>The bytes of one answer in rented memory that grows as they arrive.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int SmallestBuffer = 4 * 1024;

    // What an answer says of its own length is believed this far; beyond it the buffer grows with what really comes.
    private const int LargestFirstGuess = 1024 * 1024;

    private byte[] _buffer = [];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public async Task FillAsync(HttpContent content, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing.
        long guess = Math.Clamp((content.Headers.ContentLength ?? 0) + 1, SmallestBuffer, LargestFirstGuess);
        _buffer = ArrayPool<byte>.Shared.Rent((int)guess);
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            int read;
            while ((read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                _length += read;
                if (_length == _buffer.Length)
                {
                    Grow();
                }
            }
        }
    }

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Grow()
    {
        if (_length == Array.MaxLength)
        {
            throw new IOException("The answer is larger than an array can be.");
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
