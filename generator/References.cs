using Microsoft.CodeAnalysis;

namespace PowerConnectors.Generator;

/// <summary>What the consumer's references offer, as far as the generated code makes use of it. All that is ever asked of a compilation.</summary>
/// <param name="HasHttpClientFactory">Whether Microsoft.Extensions.Http is there, from version 8 on: earlier ones lack keyed services.</param>
internal sealed record References(bool HasHttpClientFactory)
{
    // New in version 8.
    private const string Marker = "Microsoft.Extensions.DependencyInjection.ISocketsHttpHandlerBuilder";

    public static References Of(Compilation compilation) => new(compilation.GetTypesByMetadataName(Marker).Length > 0);
}
