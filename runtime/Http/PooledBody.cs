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

    /// <summary>Reads a stream to its end, or until it has given more than the limit.</summary>
    /// <returns>Whether the end was reached.</returns>
    public async Task<bool> FillAsync(Stream stream, long announced, int limit, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing.
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(announced + 1, SmallestBuffer, LargestFirstGuess));
        while (_length <= limit)
        {
            int room = Math.Min(_buffer.Length, limit + 1) - _length;
            int read = await stream.ReadAsync(_buffer.AsMemory(_length, room), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return true;
            }

            _length += read;
            if (_length == _buffer.Length)
            {
                Grow();
            }
        }

        return false;
    }

    /// <summary>Takes bytes away from the end.</summary>
    /// <returns>Whether they were there.</returns>
    public bool TryRemove(ReadOnlySpan<byte> end)
    {
        bool found = Written.EndsWith(end);
        _length -= found ? end.Length : 0;
        return found;
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
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
