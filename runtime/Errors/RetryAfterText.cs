using System.Globalization;
using Azure;
using PowerConnectors.Http;

namespace PowerConnectors.Errors;

/// <summary>Reads how long a service wants callers to wait.</summary>
internal static class RetryAfterText
{
    private const string Announcement = "try again in ";

    /// <summary>From an answer: its header, else its text.</summary>
    public static TimeSpan? Of(ReceivedAnswer answer, TimeProvider time) =>
        FromHeader(answer.ToResponse(), time) ?? FromMessage(ServiceErrorReader.Read(answer.Json).Message);

    /// <summary>From <c>Retry-After</c>: seconds or a date.</summary>
    public static TimeSpan? FromHeader(Response response, TimeProvider time)
    {
        if (!response.Headers.TryGetValue("Retry-After", out string? value))
        {
            return null;
        }

        if (Seconds(value) is { } seconds)
        {
            return seconds;
        }

        if (
            !DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
        )
        {
            return null;
        }

        TimeSpan wait = date - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>From a text such as "Rate limit is exceeded. Try again in 2 seconds."</summary>
    public static TimeSpan? FromMessage(string? message)
    {
        int start = message?.IndexOf(Announcement, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = message.AsSpan(start + Announcement.Length);
        int digits = rest.IndexOfAnyExceptInRange('0', '9');
        bool seconds = digits > 0 && rest[digits..].TrimStart().StartsWith("second", StringComparison.OrdinalIgnoreCase);
        return seconds ? Seconds(rest[..digits]) : null;
    }

    private static TimeSpan? Seconds(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
