using PowerConnectors.Buffers;

namespace PowerConnectors.Http;

/// <summary>The bytes of one answer in rented memory.</summary>
internal sealed class PooledBody : IDisposable
{
    // What an answer says of its own length is believed this far; beyond it the buffer grows with what really comes.
    private const int LargestFirstGuess = 1024 * 1024;

    private readonly PooledBuffer _buffer = new();

    public ReadOnlySpan<byte> Written => _buffer.Written;

    /// <summary>Reads a stream to its end, or until it has given more than the limit.</summary>
    /// <returns>Whether the end was reached.</returns>
    public async Task<bool> FillAsync(Stream stream, long announced, int limit, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing.
        int room = (int)Math.Clamp(announced + 1, 1, LargestFirstGuess);
        while (Written.Length <= limit)
        {
            Memory<byte> free = _buffer.GetMemory(room);
            room = 1;
            int most = Math.Min(free.Length, limit + 1 - Written.Length);
            int read = await stream.ReadAsync(free[..most], cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return true;
            }

            _buffer.Advance(read);
        }

        return false;
    }

    /// <summary>Takes bytes away from the end.</summary>
    /// <returns>Whether they were there.</returns>
    public bool TryRemove(ReadOnlySpan<byte> end)
    {
        bool found = Written.EndsWith(end);
        _buffer.RemoveEnd(found ? end.Length : 0);
        return found;
    }

    public void Dispose() => _buffer.Dispose();
}
