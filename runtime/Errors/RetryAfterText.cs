using System.Globalization;
using System.Net.Http.Headers;
using Azure;
using PowerConnectors.Http;

namespace PowerConnectors.Errors;

/// <summary>Reads how long a service wants callers to wait.</summary>
internal static class RetryAfterText
{
    private const string Announcement = "try again in ";

    // Longer than anybody waits, and short enough to be added up.
    private const double LongestSeconds = int.MaxValue;

    /// <summary>From an answer: its header, else its text.</summary>
    public static TimeSpan? Of(ReceivedAnswer answer, TimeProvider time) =>
        FromHeader(answer.ToResponse(), time) ?? FromMessage(ServiceErrorReader.Read(answer.Json).Message);

    /// <summary>From <c>Retry-After</c>: seconds or a date, which means the time from when the service answered, whatever the clock says here.</summary>
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

        if (Date(value) is not { } date)
        {
            return null;
        }

        DateTimeOffset now = (response.Headers.TryGetValue("Date", out string? answered) ? Date(answered) : null) ?? time.GetUtcNow();
        return date > now ? date - now : TimeSpan.Zero;
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

    // Some services count in parts of a second; who comes too early is turned away again.
    private static TimeSpan? Seconds(ReadOnlySpan<char> text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            ? TimeSpan.FromSeconds(Math.Min(Math.Ceiling(seconds), LongestSeconds))
            : null;

    // In all forms that HTTP has had for dates.
    private static DateTimeOffset? Date(string text) =>
        RetryConditionHeaderValue.TryParse(text.Trim(), out RetryConditionHeaderValue? parsed) ? parsed.Date : null;
}
