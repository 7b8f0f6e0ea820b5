using System.Globalization;

namespace PowerConnectors.Aot.Tests;

public sealed class AotTests(PublishedConsumers consumers) : IClassFixture<PublishedConsumers>
{
    private const string HandWritten = "HandWritten";
    private const string OneOperation = "OneOperation";
    private const string AllOperations = "AllOperations";
    private const string Workflow = "Workflow";
    private const string Hosted = "Hosted";

    // Measured: 0.8 MB for the runtime with one operation; 0.3 MB for the other 23 operations. The framework's serializer would be 0.45 MB more, its decompression 0.9 MB.
    private const long MostForTheRuntime = 1_000_000;
    private const long LeastForTheOthers = 200_000;

    [Fact]
    public async Task A_consumer_of_several_operations_runs()
    {
        ProcessResult result = await consumers.RunAsync(Workflow);

        Assert.Equal(
            [
                "listed 620",
                "got Receive order, Started",
                "saved the same twice: True",
                "created A copy",
                "updated A renamed copy, connected to shared_sql",
                "deleted 200",
                "then GetFlow: 404 FlowNotFound",
            ],
            result.Lines
        );
    }

    [Theory]
    [InlineData(HandWritten)]
    [InlineData(OneOperation)]
    [InlineData(AllOperations)]
    [InlineData(Hosted)]
    public async Task A_consumer_of_one_call_runs(string name) => Assert.Equal(["Receive order"], (await consumers.RunAsync(name)).Lines);

    [Theory]
    [InlineData(OneOperation)]
    [InlineData(AllOperations)]
    [InlineData(Workflow)]
    [InlineData(Hosted)]
    public async Task Publishing_warns_of_nothing(string name)
    {
        Consumer consumer = await consumers.PublishAsync(name);

        Assert.DoesNotContain("warning", consumer.PublishOutput, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Generating native code", consumer.PublishOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consumer_of_one_operation_holds_that_operation_and_what_its_answer_is_made_of()
    {
        BinaryContents contents = BinaryContents.Read((await consumers.PublishAsync(OneOperation)).MapFile);

        Assert.Equal(["GetFlow"], contents.Operations);
        Assert.Equal(
            [
                "ApiPropertiesWithoutConnectionParameters",
                "ApiWithoutConnectionParameters",
                "ConnectionReference",
                "ConnectionReferencesArray",
                "DefinitionSummary",
                "DefinitionSummaryAction",
                "DefinitionSummaryActionApi",
                "DefinitionSummaryTrigger",
                "FlowInstallationStatus",
                "FlowState",
                "FlowWithConnectionReferences",
                "FlowWithConnectionReferencesProperties",
                "UserIdentity",
            ],
            contents.Models
        );
    }

    [Fact]
    public async Task A_consumer_holds_what_reads_and_writes_tokens_but_not_the_serializer()
    {
        IReadOnlySet<string> types = BinaryContents.Read((await consumers.PublishAsync(AllOperations)).MapFile).JsonTypes;

        Assert.Contains("Utf8JsonReader", types);
        Assert.Contains("Utf8JsonWriter", types);
        Assert.DoesNotContain("JsonSerializer", types);
    }

    [Fact]
    public async Task A_consumer_of_all_operations_holds_them_all()
    {
        BinaryContents contents = BinaryContents.Read((await consumers.PublishAsync(AllOperations)).MapFile);

        Assert.Equal(24, contents.Operations.Count);
        Assert.Contains("AdminRestoreFlow", contents.Operations);
        Assert.Contains("ModifyFlowPermissionPayload", contents.Models);
    }

    [Fact]
    public async Task Unused_operations_and_models_take_no_room()
    {
        Consumer handWritten = await MeasureAsync(HandWritten);
        Consumer one = await MeasureAsync(OneOperation);
        Consumer all = await MeasureAsync(AllOperations);

        Assert.InRange(one.Size - handWritten.Size, 0, MostForTheRuntime);
        Assert.InRange(all.Size - one.Size, LeastForTheOthers, long.MaxValue);
        Assert.InRange(GeneratedBytes(one), 1, GeneratedBytes(all) / 3);
    }

    private static long GeneratedBytes(Consumer consumer) => BinaryContents.Read(consumer.MapFile).GeneratedBytes;

    private async Task<Consumer> MeasureAsync(string name)
    {
        Consumer consumer = await consumers.PublishAsync(name);
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {consumer.Size:N0} bytes, of which {GeneratedBytes(consumer):N0} are generated code and its types"
            )
        );
        return consumer;
    }
}
