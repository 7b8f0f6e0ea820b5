using System.Text;
using PowerConnectors.Http;

namespace PowerConnectors.Authentication;

/// <summary>What proves who the caller is in one attempt. It gets onto the wire and nowhere else: the request and the call's address know nothing of it.</summary>
internal sealed class CallProof
{
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly List<string> _secrets = [];
    private StringBuilder? _query;

    /// <summary>What no message may show.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    public void AddHeader(string name, string value) => _headers.Add(new(name, value));

    public void AddQuery(string name, string value) =>
        (_query is null ? _query = new StringBuilder() : _query.Append('&'))
            .Append(QueryText.EscapeName(name))
            .Append('=')
            .Append(Uri.EscapeDataString(value));

    public void AddSecret(string value) => _secrets.Add(value);

    public void PutOn(HttpRequestMessage message)
    {
        foreach ((string name, string value) in _headers)
        {
            // Checked before: keys are no business of the rules for well-known headers.
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (_query is not null)
        {
            string address = message.RequestUri!.OriginalString;
            message.RequestUri = new Uri($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{_query}");
        }
    }
}
