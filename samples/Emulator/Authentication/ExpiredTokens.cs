using System.Collections.Concurrent;

namespace PowerConnectors.Emulator.Authentication;

/// <summary>The tokens that have been declared expired ahead of their time, as whole <c>Authorization</c> headers.</summary>
internal sealed class ExpiredTokens
{
    private readonly ConcurrentDictionary<string, bool> _headers = new(StringComparer.Ordinal);

    public void Add(string authorization) => _headers.TryAdd(authorization, true);

    public bool Contains(string authorization) => _headers.ContainsKey(authorization);
}
