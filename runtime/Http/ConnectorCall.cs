using System.Diagnostics;
using System.Net.Http.Headers;
using PowerConnectors.Authentication;
using PowerConnectors.Retries;
using PowerConnectors.Throttling;

namespace PowerConnectors.Http;

/// <summary>One sending of a request, which may take several attempts: the request itself is never changed, so that listings can send it again.</summary>
internal sealed class ConnectorCall(ConnectorRequest request, Uri address)
{
    /// <summary>A reason not to try again.</summary>
    public const string StreamIsSpent = "its stream cannot be read a second time";

    private static readonly MediaTypeWithQualityHeaderValue s_acceptJson = new("application/json");

    private static readonly StringWithQualityHeaderValue s_acceptPlain = new("identity");
    private static readonly StringWithQualityHeaderValue s_acceptGzip = new(ContentCoding.Gzip);

    public ConnectorRequest Request => request;

    public string OperationName => request.OperationName;

    public HttpMethod Method => request.Method;

    /// <summary>Whether sending the call twice leaves the service as sending it once does.</summary>
    public bool IsRepeatable => request.IsRepeatable;

    /// <summary>The permits of the attempt, which count from when it leaves.</summary>
    public PermitSet? Permits { get; set; }

    /// <summary>What traces the call; <see langword="null"/> where nobody listens.</summary>
    public Activity? Span { get; set; }

    /// <summary>Whether an attempt failed after which nobody can tell if the service changed what it was asked to change.</summary>
    public bool MayHaveBeenCarriedOut { get; set; }

    /// <summary>Whether the body can be sent, for the first time or once more.</summary>
    public bool CanBeSent => request.Streamed?.CanBeSent != false;

    /// <summary>How often and until when the call may be tried again; <see langword="null"/> in its first attempt.</summary>
    public RetryBudget? Retries { get; set; }

    /// <summary>Why another attempt that was due was not made; <see langword="null"/> if none was left out.</summary>
    public string? WhyNotTriedAgain { get; set; }

    /// <summary>What stood in the way of it, where that was an exception.</summary>
    public Exception? Obstacle { get; set; }

    /// <summary>How many attempts have left so far.</summary>
    public int Attempts { get; private set; }

    public Uri Address => address;

    public string ClientRequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The token; authentication sets it ahead of every attempt.</summary>
    public AuthenticationHeaderValue? Authorization { get; set; }

    /// <summary>Keys and passwords; authentication sets them ahead of every attempt.</summary>
    public CallProof? Proof { get; set; }

    /// <summary>What no message may show.</summary>
    public IReadOnlyList<string> Secrets =>
        [.. request.Secrets, .. Proof?.Secrets ?? [], .. Authorization?.Parameter is { } token ? [token] : (string[])[]];

    /// <summary>Says that an attempt leaves now.</summary>
    public void Leave()
    {
        Attempts++;
        Permits?.Leave();
    }

    /// <summary>A message for one attempt.</summary>
    public HttpRequestMessage CreateMessage()
    {
        HttpRequestMessage message = new(request.Method, address);
        if (request.Accept is { } accept)
        {
            message.Headers.TryAddWithoutValidation("Accept", accept);
        }
        else
        {
            message.Headers.Accept.Add(s_acceptJson);
        }

        // A stream that is handed on cannot be checked to be whole, as the end of a gzip says nothing of what it holds.
        message.Headers.AcceptEncoding.Add(request.StreamsAnswer ? s_acceptPlain : s_acceptGzip);
        message.Headers.Add("x-ms-client-request-id", ClientRequestId);
        message.Headers.Authorization = Authorization;
        if (request.Streamed is { } streamed)
        {
            message.Content = streamed.ToContent();
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.TypeOfBody);
        }
        else if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.TypeOfBody);
        }
        else if (!RetryRules.IsRepeatable(request.Method))
        {
            // The handler sends a request without content again by itself, whatever its method, where the connection ends ahead of the answer.
            message.Content = new ReadOnlyMemoryContent(ReadOnlyMemory<byte>.Empty);
        }

        foreach ((string name, string value) in request.Headers)
        {
            message.Headers.Remove(name);
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        Proof?.PutOn(message);
        return message;
    }
}
