namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A stream whose every read takes its time, whoever no longer wants it, as of a file on a network share; and which tells who reads it when.</summary>
internal sealed class SlowStream(byte[] content) : MemoryStream(content)
{
    private static readonly TimeSpan s_oneRead = TimeSpan.FromMilliseconds(100);

    private int _reading;
    private int _mostReading;

    /// <summary>How many reads are under way.</summary>
    public int Reading => Volatile.Read(ref _reading);

    /// <summary>How many have been under way at once.</summary>
    public int MostReading => Volatile.Read(ref _mostReading);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _mostReading = Math.Max(_mostReading, Interlocked.Increment(ref _reading));
        await Task.Delay(s_oneRead, CancellationToken.None);
        int read = base.Read(buffer.Span[..Math.Min(1, buffer.Length)]);
        Interlocked.Decrement(ref _reading);
        return read;
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        byte[] one = new byte[1];
        while (await ReadAsync(one, cancellationToken) > 0)
        {
            await destination.WriteAsync(one, cancellationToken);
            await destination.FlushAsync(cancellationToken);
        }
    }
}
