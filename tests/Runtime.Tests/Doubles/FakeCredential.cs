using Azure.Core;

namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>Hands out the tokens <c>token-1</c>, <c>token-2</c> and so on, or whatever a test wants.</summary>
internal sealed class FakeCredential : TokenCredential
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public List<string[]> Scopes { get; } = [];

    public List<string?> Claims { get; } = [];

    /// <summary>Makes the token of the given number.</summary>
    public Func<int, CancellationToken, Task<AccessToken>> Next { get; set; } =
        static (number, _) => Task.FromResult(new AccessToken($"token-{number}", DateTimeOffset.MaxValue));

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The runtime is asynchronous.");

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        lock (Scopes)
        {
            Scopes.Add(requestContext.Scopes);
            Claims.Add(requestContext.Claims);
        }

        return await Next(Interlocked.Increment(ref _count), cancellationToken);
    }
}
