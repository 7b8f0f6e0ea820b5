using System.Text;

namespace PowerConnectors.Corpus.Tests.Calling;

/// <summary>A request as it would have left.</summary>
internal sealed record RecordedRequest(
    string Method,
    Uri Address,
    IReadOnlyDictionary<string, string> Headers,
    byte[]? Body,
    string? ContentType
)
{
    /// <summary>The path as it goes on the wire, escapes and all.</summary>
    public string Path => Address.GetComponents(UriComponents.Path, UriFormat.UriEscaped).Insert(0, "/");

    /// <summary>The names and values of the query, in order, decoded.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query => Pairs(Address.Query.TrimStart('?'));

    /// <summary>The media type of the body without its parameters.</summary>
    public string? MediaType => ContentType?.Split(';')[0].Trim();

    public string BodyText => Encoding.UTF8.GetString(Body ?? []);

    public static IEnumerable<KeyValuePair<string, string>> Pairs(string text) =>
        text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2))
            .Select(static pair =>
                KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""))
            );
}
