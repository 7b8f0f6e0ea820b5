using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PowerConnectors.Corpus.Tests.Calling;

namespace PowerConnectors.Corpus.Tests.Checking;

/// <summary>Compares a form that was sent with the fields of the document.</summary>
internal sealed class FormCheck(IReadOnlyList<JsonObject> fields, IReadOnlyList<string> consumes, IReadOnlyList<Argument> arguments)
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    public IEnumerable<string> Problems(RecordedRequest request)
    {
        bool hasFile = fields.Any(static field => field["type"]?.ToString() == "file");
        if (request.MediaType is not (UrlEncoded or Multipart) || (hasFile && request.MediaType != Multipart))
        {
            return [$"the form is sent as {request.MediaType}"];
        }

        bool isDeclared = consumes.Any(static type =>
            type.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase)
            || type.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase)
        );
        if (isDeclared && !hasFile && !consumes.Any(type => type.StartsWith(request.MediaType, StringComparison.OrdinalIgnoreCase)))
        {
            return [$"the form is sent as {request.MediaType}, and {string.Join(", ", consumes)} is declared"];
        }

        ILookup<string, string> sent = (
            request.MediaType == Multipart ? Parts(request) : RecordedRequest.Pairs(request.BodyText.Replace('+', ' '))
        ).ToLookup(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal);
        return fields.SelectMany(field => Problems(field, [.. sent[field["name"]!.ToString()]]));
    }

    private IEnumerable<string> Problems(JsonObject field, IReadOnlyList<string> sent) =>
        field["type"]?.ToString() == "file"
            ? sent.Count == 0 || sent[0].Length == 0
                ? [$"the file '{field["name"]}' is not sent"]
                : []
            : new ParameterCheck(field, arguments).Problems(sent);

    private static IEnumerable<KeyValuePair<string, string>> Parts(RecordedRequest request)
    {
        string boundary = Regex.Match(request.ContentType!, "boundary=\"?([^\";]+)").Groups[1].Value;
        foreach (string part in Encoding.UTF8.GetString(request.Body!).Split($"--{boundary}").Skip(1).SkipLast(1))
        {
            int end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            string name =
                Regex.Match(part[..end], "[; ]name=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\r\n]+))").Groups is var groups && groups[1].Success
                    ? groups[1].Value
                    : groups[2].Value;
            yield return KeyValuePair.Create(name, part[(end + 4)..^2]);
        }
    }
}
