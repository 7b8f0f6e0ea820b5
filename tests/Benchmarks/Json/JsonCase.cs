namespace PowerConnectors.Benchmarks.Json;

/// <summary>How one peer reads a body, and writes what it has read.</summary>
internal abstract class JsonCase
{
    public abstract object Read(byte[] json);

    public abstract byte[] Write(object value);
}

/// <inheritdoc cref="JsonCase"/>
internal sealed class JsonCase<T>(Func<byte[], T?> read, Func<T, byte[]> write) : JsonCase
    where T : class
{
    public override object Read(byte[] json) => read(json) ?? throw new InvalidOperationException("Nothing was read.");

    public override byte[] Write(object value) => write((T)value);
}
