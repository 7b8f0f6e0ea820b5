using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Errors;

/// <summary>What the service would refuse is refused before anything is sent, naming the member.</summary>
public class IncompleteBodyTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;

    public static TheoryData<string, FlowWithConnectionReferences> Flows
    {
        get
        {
            FlowWithConnectionReferences noName = Bodies.Flow();
            noName.Properties.DisplayName = null!;
            FlowWithConnectionReferences noDefinition = Bodies.Flow();
            noDefinition.Properties.Definition = default;
            FlowWithConnectionReferences noState = Bodies.Flow();
            noState.Properties.State = default;
            FlowWithConnectionReferences noId = Bodies.Flow([Bodies.Reference("shared_sql"), new ConnectionReference { Id = null! }]);
            return new TheoryData<string, FlowWithConnectionReferences>
            {
                {
                    "$.properties",
                    new FlowWithConnectionReferences { Properties = null! }
                },
                { "$.properties.displayName", noName },
                { "$.properties.definition", noDefinition },
                { "$.properties.state", noState },
                { "$.properties.connectionReferences[1].id", noId },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_missing_member_is_named(string path, FlowWithConnectionReferences flow)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.CreateFlowAsync(Environment, flow, EmulatedService.Cancellation)
        );

        Assert.Contains($" {path},", exception.Message, StringComparison.Ordinal);
        Assert.Equal("flow", exception.ParamName);
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task A_missing_member_deep_in_a_list_is_named()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        ModifyFlowPermissionPayload payload = new()
        {
            Put = [],
            Delete =
            [
                new FlowPermissionRemove
                {
                    Properties = new PermissionPropertiesRemove
                    {
                        Principal = new PrincipalRemove { Id = "x", Type = default },
                    },
                },
            ],
        };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.ModifyFlowOwnersAsync(Environment, EmulatorSeed.HttpFlow, payload, EmulatedService.Cancellation)
        );

        Assert.Contains(" $.delete[0].properties.principal.type,", exception.Message, StringComparison.Ordinal);
        Assert.Equal("permissions", exception.ParamName);
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task An_argument_that_is_missing_is_named()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        ArgumentException noFlow = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            service.Client.GetFlowAsync(Environment, "", EmulatedService.Cancellation)
        );
        ArgumentException noBody = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            service.Client.CreateFlowAsync(Environment, null!, EmulatedService.Cancellation)
        );
        ArgumentException noEnvironment = Assert.ThrowsAny<ArgumentException>(() =>
            service.Client.ListMyFlowsAsync(null!, EmulatedService.Cancellation)
        );

        Assert.Equal(["flowName", "flow", "environmentName"], [noFlow.ParamName, noBody.ParamName, noEnvironment.ParamName]);
        Assert.Empty(service.Emulator.Requests);
    }
}
