using System.Text;
using PowerAutomateManagement;
using PowerConnectors.Json;
using ValueSamples;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Bodies of very different sizes, written one after the other: what one of them needed must not show in the next.</summary>
public class BodySizeTests
{
    // Around the memory that a thread begins with, that it takes again for its next body, and more than that.
    private static readonly int[] s_lengths = [1, 20_000_000, 2, 4_000, 4_096, 5_000, 20_000_001, 17_000_000, 0, 100_000, 3];

    [Fact]
    public void Each_is_written_whole_and_alone()
    {
        foreach (int length in s_lengths)
        {
            AssertWritten(new string('n', length));
        }
    }

    [Fact]
    public void One_that_cannot_be_written_leaves_nothing_to_the_next()
    {
        Measure measure = ConnectorJson.Parse<Measure>("""{"enabled":true,"level":1,"at":"2024-01-01T00:00:00Z"}"""u8);
        measure.Series = [.. Enumerable.Range(0, 100_000), double.NaN];

        Assert.Throws<ArgumentException>(() => ConnectorJson.ToUtf8Bytes(measure));

        AssertWritten("next");
    }

    private static void AssertWritten(string name)
    {
        byte[] written = ConnectorJson.ToUtf8Bytes(new UserIdentity { UserId = name });

        // Compared as bytes: a failure would print megabytes of text.
        Assert.True(written.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes($$"""{"userId":"{{name}}"}""")), $"{name.Length} characters");
    }
}
