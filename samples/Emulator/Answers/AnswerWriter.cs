using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Answers;

/// <summary>Writes answers as the service does: UTF-8 JSON on one line, in which only what JSON demands is escaped.</summary>
internal static class AnswerWriter
{
    private const string Json = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContext context, SerializedAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        context.Response.ContentLength = answer.Body.Length;
        if (!answer.Body.IsEmpty)
        {
            context.Response.ContentType = Json;
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }

    public static SerializedAnswer Serialize(Answer answer) =>
        new(answer.Status, answer.Body is { } body ? ToBytes(body) : ReadOnlyMemory<byte>.Empty);

    public static string ToText(JsonNode json) => Encoding.UTF8.GetString(ToBytes(json).Span);

    private static ReadOnlyMemory<byte> ToBytes(JsonNode json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteTo(writer);
        }

        return buffer.WrittenMemory;
    }
}
