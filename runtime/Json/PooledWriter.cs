using System.Text.Json;
using PowerConnectors.Buffers;

namespace PowerConnectors.Json;

/// <summary>
/// The <see cref="Utf8JsonWriter"/> that a thread writes its bodies with, one after the other, into rented memory: only the finished bytes are allocated.
/// Measured: a buffer that grows by allocating takes three times the memory of what is written.
/// </summary>
internal sealed class PooledWriter : IDisposable
{
    [ThreadStatic]
    private static PooledWriter? t_idle;

    // A thread's bodies are often alike, and growing copies and clears all of a body once more: a tenth of the time of writing small items. Not beyond this
    // though, as the next body may be far smaller.
    private const int LargestFirstGuess = 16 * 1024 * 1024;

    private readonly PooledBuffer _buffer = new();
    private int _lastLength;

    private PooledWriter() => Json = new Utf8JsonWriter(_buffer, JsonLimits.Writing);

    public Utf8JsonWriter Json { get; }

    public ReadOnlySpan<byte> Written => _buffer.Written;

    /// <summary>The thread's writer, or a new one while that is in use.</summary>
    public static PooledWriter Rent()
    {
        PooledWriter writer = t_idle ?? new PooledWriter();
        t_idle = null;
        writer._buffer.GetMemory(Math.Min(writer._lastLength, LargestFirstGuess));
        return writer;
    }

    /// <summary>Gives the memory back, and the writer to the thread's next body.</summary>
    public void Dispose()
    {
        Json.Reset();
        _lastLength = Written.Length;
        _buffer.Dispose();
        t_idle = this;
    }
}
