using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace PowerConnectors.Emulator.Faults;

/// <summary>The answer of a request that has been carried out, held back: status and headers are set, but nothing has been sent.</summary>
internal sealed class HeldAnswer(ReadOnlyMemory<byte> body)
{
    // An answer without a body announces this much, so that there is something to miss.
    private const int LengthOfNothing = 16;

    public ReadOnlyMemory<byte> Body => body;

    public static async Task<HeldAnswer> TakeAsync(HttpContext context, RequestDelegate next)
    {
        var real = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = real;
        }

        return new HeldAnswer(held.ToArray());
    }

    /// <summary>The answer as it stands on the wire, up to the middle of its body.</summary>
    public byte[] Half(HttpResponse response, BodyFraming framing)
    {
        var announced = body.IsEmpty ? LengthOfNothing : body.Length;
        var text = new StringBuilder($"HTTP/1.1 {Text(response.StatusCode)} {ReasonPhrases.GetReasonPhrase(response.StatusCode)}\r\n");
        foreach (var (name, value) in response.Headers.Where(header => header.Key != "Content-Length"))
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        text.Append(framing == BodyFraming.Length ? $"Content-Length: {Text(announced)}\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n");
        if (framing == BodyFraming.Chunked)
        {
            text.Append(announced.ToString("x", CultureInfo.InvariantCulture)).Append("\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(text.ToString()), .. body.Span[..(body.Length / 2)]];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
