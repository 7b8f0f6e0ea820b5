namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Gives one byte at a time.</summary>
internal sealed class DrippingStream(byte[] content) : MemoryStream(content, writable: false)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer.Length > 1 ? buffer[..1] : buffer);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer.Length > 1 ? buffer[..1] : buffer, cancellationToken);
}
