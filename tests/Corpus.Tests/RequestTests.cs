using System.Reflection;
using PowerConnectors.Corpus.Tests.Calling;
using PowerConnectors.Corpus.Tests.Checking;
using PowerConnectors.Corpus.Tests.Compiling;
using PowerConnectors.Corpus.Tests.Documents;

namespace PowerConnectors.Corpus.Tests;

/// <summary>Every operation, called with a value for each parameter, sends the request that the document describes.</summary>
public sealed class RequestTests
{
    [Theory(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    [MemberData(nameof(CorpusFolder.Readable), MemberType = typeof(CorpusFolder))]
    public async Task Requests_are_as_the_document_says(string name)
    {
        CorpusBuild build = CorpusBuild.Of(name);
        ConnectorDocument document = new(CorpusFolder.Get(name).Json!);
        Assert.SkipWhen(document.Json["swagger"] is null, "The reader of these tests knows Swagger 2.0 only.");
        using CalledClient client = new(build.Assembly!);
        List<Call> calls = [];
        foreach (MethodInfo method in client.Methods)
        {
            calls.Add(await client.CallAsync(method, Answer.Refusal, TestContext.Current.CancellationToken));
        }

        List<string> problems =
        [
            .. calls.Where(static call => call.Request is null).Select(static call => $"{call.Method.Name}: {call.Failure}"),
        ];
        foreach (DocumentOperation operation in document.Operations.Where(operation => build.Called.Contains(operation.Name)))
        {
            problems.AddRange(
                Find(calls, operation) is { } call
                    ? new RequestCheck(document, operation, call).Problems()
                    : [$"{operation.Name} is not called"]
            );
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(40))}");
    }

    // Several methods can call one operation: that with all of its parameters is meant.
    private static Call? Find(List<Call> calls, DocumentOperation operation) =>
        calls
            .Where(call => call.OperationName == operation.Name && call.Request is not null)
            .OrderByDescending(call =>
                string.Concat(call.Method.Name.Where(char.IsLetterOrDigit))
                    .Equals(string.Concat(operation.Name.Where(char.IsLetterOrDigit)) + "Async", StringComparison.OrdinalIgnoreCase)
            )
            .ThenByDescending(static call => call.Arguments.Count)
            .FirstOrDefault();
}
