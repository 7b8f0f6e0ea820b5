using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling;

/// <summary>Reads what to do about the errors of the service, which an overlay states.</summary>
internal static class HintReader
{
    private const string Extension = "x-powerconnectors-error-hints";

    public static IEnumerable<ErrorHintModel> Read(SpecFile file, SpecDocument document, FindingList findings)
    {
        if (document.Json[Extension] is not { } extension)
        {
            yield break;
        }

        if (extension is not JsonObject hints)
        {
            Report([], "it has to be an object of error codes and a sentence for each");
            yield break;
        }

        HashSet<string> codes = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, JsonNode?> hint in hints)
        {
            if (hint.Key.Length == 0 || hint.Value?.GetValueKind() != JsonValueKind.String || string.IsNullOrWhiteSpace($"{hint.Value}"))
            {
                Report([hint.Key], $"the hint of '{hint.Key}' has to be a sentence, and its code must not be empty");
            }
            else if (!codes.Add(hint.Key))
            {
                Report([hint.Key], $"'{hint.Key}' stands there twice, as codes are compared without regard to case");
            }
            else
            {
                yield return new ErrorHintModel(hint.Key, hint.Value.GetValue<string>().Trim());
            }
        }

        void Report(string[] member, string reason) =>
            findings.AddAt(Descriptors.InvalidExtension, file, [Extension, .. member], Extension, reason);
    }
}
