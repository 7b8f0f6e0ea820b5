using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PowerConnectors.Errors;

/// <summary>Takes secrets out of whatever people, logs and traces will see. Each client has its own, which knows the secrets of its connector by name.</summary>
/// <param name="ownNames">The members and parameters of the connector whose values are secret, as on the wire.</param>
internal sealed class SecretRedactor(IEnumerable<string> ownNames)
{
    private const string Replacement = "REDACTED";

    // Shorter values are found in words that have nothing to do with them.
    private const int ShortestValue = 4;

    private readonly SecretFinder _finder = new(new SecretNames(ownNames));

    /// <summary>For texts of which no connector is known.</summary>
    public static SecretRedactor Default { get; } = new([]);

    /// <summary>The text without what is secret by its name or its form.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text)
    {
        if (text is null)
        {
            return null;
        }

        StringBuilder? result = null;
        int copied = 0;
        while (_finder.Find(text, copied) is { Length: > 0 } secret)
        {
            result ??= new StringBuilder(text.Length);
            result.Append(text, copied, secret.Start - copied).Append(Replacement);
            copied = secret.Start + secret.Length;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The same, and without values that a call knows to be secret, wherever they stand.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text, IReadOnlyList<string> values)
    {
        foreach (string value in values)
        {
            if (value.Length >= ShortestValue)
            {
                text = text
                    ?.Replace(value, Replacement, StringComparison.Ordinal)
                    .Replace(Uri.EscapeDataString(value), Replacement, StringComparison.Ordinal);
            }
        }

        return Redact(text);
    }
}
