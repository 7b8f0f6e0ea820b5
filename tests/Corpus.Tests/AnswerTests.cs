using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Corpus.Tests.Answers;
using PowerConnectors.Corpus.Tests.Calling;
using PowerConnectors.Corpus.Tests.Compiling;
using PowerConnectors.Corpus.Tests.Documents;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.Corpus.Tests;

/// <summary>Every answer that the document describes is read, and written back with nothing lost.</summary>
public sealed class AnswerTests
{
    [Theory(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    [MemberData(nameof(CorpusFolder.Readable), MemberType = typeof(CorpusFolder))]
    public async Task Answers_are_read_and_written_back_lossless(string name)
    {
        CorpusBuild build = CorpusBuild.Of(name);
        ConnectorDocument document = new(CorpusFolder.Get(name).Json!);
        Assert.SkipWhen(document.Json["swagger"] is null, "The reader of these tests knows Swagger 2.0 only.");
        using CalledClient client = new(build.Assembly!);
        WrittenBack writer = new(build.Assembly!);
        Dictionary<string, DocumentOperation> operations = document
            .Operations.DistinctBy(static operation => operation.Name)
            .ToDictionary(static operation => operation.Name);
        List<string> problems = [];
        foreach (MethodInfo method in client.Operations)
        {
            Call refused = await client.CallAsync(method, Answer.Refusal, TestContext.Current.CancellationToken);
            if (
                refused.OperationName is null
                || !operations.TryGetValue(refused.OperationName, out DocumentOperation? operation)
                || DeclaredAnswer.Of(document, operation) is not { } declared
            )
            {
                continue;
            }

            foreach (SampleKind kind in Enum.GetValues<SampleKind>())
            {
                problems.AddRange(
                    (await ProblemsAsync(client, method, writer, document, declared, kind)).Select(problem =>
                        $"{operation.Name} ({kind}): {problem}"
                    )
                );
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(40))}");
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(
        CalledClient client,
        MethodInfo method,
        WrittenBack writer,
        ConnectorDocument document,
        DeclaredAnswer declared,
        SampleKind kind
    )
    {
        JsonNode? sample = new SchemaSamples(document, kind).Make(declared.Schema)!.Json;
        RemoveLink(sample, declared);
        byte[] body = Encoding.UTF8.GetBytes(sample?.ToJsonString() ?? "null");
        Call call = await client.CallAsync(
            method,
            new Answer(declared.Status, "application/json", body),
            TestContext.Current.CancellationToken
        );
        if (call.Failure is not null)
        {
            // A page without its items is an error: it would end the listing in silence.
            bool isEmptyPage =
                kind == SampleKind.Least
                && (
                    method.ReturnType.Name.StartsWith(nameof(Azure.AsyncPageable<>), StringComparison.Ordinal)
                    || Results.IsPoll(method.ReturnType)
                );
            return isEmptyPage ? [] : [$"{call.Failure.GetType().Name}: {call.Failure.Message} {call.Failure.InnerException?.Message}"];
        }

        if (call.Result is Stream content)
        {
            using MemoryStream read = new();
            await content.CopyToAsync(read, TestContext.Current.CancellationToken);
            return read.ToArray().SequenceEqual(body) ? [] : ["the stream holds something else"];
        }

        if (Results.IsPoll(method.ReturnType))
        {
            return PollProblems(sample, (IEnumerable<object?>)call.Result!, body, writer);
        }

        JsonNode? expected = call.Result is IItems ? sample?[declared.ItemsName!] ?? OnlyArray(sample) : sample;
        if (call.Result is Azure.Response)
        {
            return ["the answer is not read"];
        }

        IEnumerable<string> lost = Differences(expected, writer.Write(call.Result));
        return kind == SampleKind.Declared
            ? lost.Concat(
                Differences(expected, writer.Write(writer.WithoutUndeclared(call.Result)))
                    .Where(static difference => !difference.Contains("undeclared", StringComparison.Ordinal))
                    .Select(static difference => $"{difference}, as it is taken for undeclared")
            )
            : lost;
    }

    // What has happened is the answer, or each item of the list that it is or holds.
    private static IEnumerable<string> PollProblems(JsonNode? sample, IEnumerable<object?> items, byte[] body, WrittenBack writer)
    {
        if (items is IEnumerable<BinaryData> contents)
        {
            return contents.Single().ToArray().SequenceEqual(body) ? [] : ["the content is something else"];
        }

        JsonArray written = [.. items.Select(writer.Write)];
        JsonNode? list = sample as JsonArray ?? (sample as JsonObject)?["value"] as JsonArray ?? OnlyArray(sample);
        string[] asOne = [.. Differences(new JsonArray(sample?.DeepClone()), written)];
        return asOne.Length == 0 ? [] : Differences(list, written);
    }

    private static JsonArray? OnlyArray(JsonNode? page) =>
        (page as JsonObject ?? []).Select(static member => member.Value).OfType<JsonArray>().SingleOrDefault();

    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual) =>
        Lossless.Differences(
            JsonElement.Parse(expected?.ToJsonString() ?? "null"),
            JsonElement.Parse(actual?.ToJsonString() ?? "null"),
            "$"
        );

    // The sample is one page.
    private static void RemoveLink(JsonNode? sample, DeclaredAnswer declared)
    {
        if (sample is JsonObject members)
        {
            foreach (string? name in (string?[])[declared.NextLinkName, "nextLink", "@odata.nextLink"])
            {
                members.Remove(name ?? "");
            }
        }
    }
}
