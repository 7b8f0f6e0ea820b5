using System.Globalization;
using System.Text;
using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Errors;

namespace PowerConnectors.Emulator.Faults;

/// <summary>Answers with a status of its own, and with a body that need not be JSON.</summary>
public sealed record StatusFault : EmulatorFault
{
    internal const string KindName = "status";

    /// <summary>The status.</summary>
    public required int Status { get; init; }

    /// <summary>After how many seconds the caller may come again. Default: nothing is said of it.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Whether <see cref="RetryAfter"/> stands in the text of a 429 alone, without the header. Default: no.</summary>
    public bool OmitRetryAfter { get; init; }

    /// <summary>The content type of <see cref="Body"/>. Default: none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body, sent as it is. Default: with 429 what the service says then, otherwise nothing.</summary>
    public string? Body { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the request is carried out nevertheless; one that the service refuses is answered with the refusal. Default: no.</summary>
    public bool CarriedOut { get; init; }

    internal override string Kind => KindName;

    internal override async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        if (CarriedOut)
        {
            var answer = await HeldAnswer.TakeAsync(context, next);
            if (context.Response.StatusCode >= StatusCodes.Status400BadRequest)
            {
                // Refused, so there is nothing that has been carried out: a success told of it would be a lie of another kind.
                await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
                return;
            }

            context.Response.ContentLength = null;
            context.Response.ContentType = null;
        }

        if (RetryAfter is { } seconds && !OmitRetryAfter)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (Body is null && Status == StatusCodes.Status429TooManyRequests)
        {
            await AnswerWriter.WriteAsync(context, AnswerWriter.Serialize(GatewayErrors.RateLimitExceeded(RetryAfter)));
            return;
        }

        context.Response.StatusCode = Status;
        if (ContentType is not null)
        {
            context.Response.ContentType = ContentType;
        }

        if (Body is { Length: > 0 })
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Body), context.RequestAborted);
        }
    }

    internal override (string Member, string Problem)? FindProblem() =>
        Status is < 200 or > 599 ? ("status", $"{Status} is no status of an answer: 200 to 599")
        : RetryAfter < 0 ? ("retryAfter", $"{RetryAfter} is less than 0")
        : null;
}
