using System.Text.Json;
using PowerAutomateManagement;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.RoundTrips;

/// <summary>What is saved is what the service sent, read-only and undeclared members included.</summary>
public class BackupTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    private static PowerAutomateManagementJsonContext Context => PowerAutomateManagementJsonContext.Default;

    public static TheoryData<string, bool> Flows
    {
        get
        {
            TheoryData<string, bool> data = [];
            foreach (
                string flow in new[]
                {
                    EmulatorSeed.HttpFlow,
                    EmulatorSeed.ButtonFlow,
                    EmulatorSeed.TwoSqlFlow,
                    EmulatorSeed.RenamedAliasFlow,
                    EmulatorSeed.SuspendedFlow,
                    EmulatorSeed.AbsentReferencesFlow,
                    EmulatorSeed.NullReferencesFlow,
                }
            )
            {
                data.Add(flow, false);
                data.Add(flow, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_backup_is_the_answer_and_reads_back(string flowName, bool otherShape)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(new EmulatorOptions { OtherReferenceShape = otherShape });
        JsonElement answer = await service.GetJsonAsync($"environments/{Environment}/flows/{flowName}");
        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(Environment, flowName, EmulatedService.Cancellation);

        string backup = JsonSerializer.Serialize(flow, Context.FlowWithConnectionReferences);
        FlowWithConnectionReferences restored = JsonSerializer.Deserialize(backup, Context.FlowWithConnectionReferences)!;

        Lossless.AssertEqual(answer, JsonElement.Parse(backup));
        Lossless.AssertEqual(answer, JsonSerializer.SerializeToElement(restored, Context.FlowWithConnectionReferences));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Listed_flows_are_saved_as_they_came(bool otherShape)
    {
        EmulatorOptions modes = new()
        {
            OtherReferenceShape = otherShape,
            FlowCount = 60,
            PageSize = 25,
        };
        await using EmulatedService service = await EmulatedService.StartAsync(modes);
        List<JsonElement> answers = [];
        for (string? next = $"environments/{Environment}/flows"; next is not null; )
        {
            JsonElement page = await service.GetJsonAsync(next);
            answers.AddRange(page.GetProperty("value").EnumerateArray());
            next = page.TryGetProperty("nextLink", out JsonElement link) ? link.GetString() : null;
        }

        List<AdminFlow> flows = await service
            .Client.ListMyFlowsAsync(Environment, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        Assert.Equal(60, flows.Count);
        Assert.Equal(answers.Count, flows.Count);
        foreach ((JsonElement answer, AdminFlow flow) in answers.Zip(flows))
        {
            Lossless.AssertEqual(answer, JsonSerializer.SerializeToElement(flow, Context.AdminFlow));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_flow_is_created_from_a_backup(bool otherShape)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(new EmulatorOptions { OtherReferenceShape = otherShape });
        FlowWithConnectionReferences flow = await service.Client.GetFlowAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            EmulatedService.Cancellation
        );
        byte[] backup = JsonSerializer.SerializeToUtf8Bytes(flow, Context.FlowWithConnectionReferences);

        FlowWithConnectionReferences copy = JsonSerializer.Deserialize(backup, Context.FlowWithConnectionReferences)!;
        copy.Properties.DisplayName += " (copy)";
        Flow created = await service.Client.CreateFlowAsync(Environment, copy, EmulatedService.Cancellation);

        Assert.NotEqual(EmulatorSeed.HttpFlow, created.Name);
        Assert.Equal("Receive order (copy)", created.Properties.DisplayName);
        JsonElement original = await service.GetJsonAsync($"environments/{Environment}/flows/{EmulatorSeed.HttpFlow}");
        JsonElement sent = service.SentBody("CreateFlow");
        Assert.Equal(
            ["$.properties.displayName: 'Receive order' became 'Receive order (copy)'"],
            Lossless.Differences(FlowParts.WithoutReadOnly(original), sent, "$")
        );
    }
}
