using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>JSON as bytes, whole and in pieces.</summary>
internal static class Bytes
{
    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString(s_relaxed));

    public static byte[] Of(string json) => Encoding.UTF8.GetBytes(json);

    /// <summary>An object of members that are given as text.</summary>
    public static byte[] Object(IEnumerable<KeyValuePair<string, string>> members) =>
        Of($"{{{string.Join(',', members.Select(member => $"{JsonSerializer.Serialize(member.Key)}:{member.Value}"))}}}");

    /// <summary>The members of an object as text.</summary>
    public static List<KeyValuePair<string, string>> Members(JsonNode json) =>
        [.. json.AsObject().Select(member => KeyValuePair.Create(member.Key, member.Value?.ToJsonString(s_relaxed) ?? "null"))];

    /// <summary>A sequence of segments that end where said.</summary>
    public static ReadOnlySequence<byte> Split(byte[] json, params IEnumerable<int> ends)
    {
        Segment first = new(ReadOnlyMemory<byte>.Empty, 0);
        Segment last = first;
        int start = 0;
        foreach (int end in ends.Append(json.Length))
        {
            last = last.Append(json.AsMemory(start..end));
            start = end;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index)
        {
            Memory = memory;
            RunningIndex = index;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            Segment next = new(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
