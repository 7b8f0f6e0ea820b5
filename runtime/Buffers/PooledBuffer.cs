using System.Buffers;

namespace PowerConnectors.Buffers;

/// <summary>Bytes in rented memory that grows as they come.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Smallest = 4 * 1024;

    private byte[] _rented = [];
    private int _length;

    public ReadOnlySpan<byte> Written => _rented.AsSpan(0, _length);

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _rented.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Takes bytes away from the end.</summary>
    public void RemoveEnd(int count) => _length -= count;

    /// <summary>Gives the memory back, and is empty.</summary>
    public void Dispose()
    {
        Return();
        _rented = [];
        _length = 0;
    }

    private void Reserve(int count)
    {
        if (_rented.Length - _length >= count)
        {
            return;
        }

        long wanted = Math.Max(Math.Max(_rented.Length * 2L, Smallest), (long)_length + count);
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(wanted, Array.MaxLength));
        Written.CopyTo(larger);
        Return();
        _rented = larger;
    }

    // Bodies hold what is nobody else's business.
    private void Return()
    {
        _rented.AsSpan(0, _length).Clear();
        if (_rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }
}
