using Azure;
using PowerAutomateManagement;
using PowerConnectors.Emulator.Seeding;
using PowerConnectors.EndToEnd.Tests.Service;

namespace PowerConnectors.EndToEnd.Tests.Operations;

public class PermissionTests
{
    private const string Environment = EmulatorSeed.DefaultEnvironment;
    private const string Flow = $"/environments/{Environment}/flows/{EmulatorSeed.HttpFlow}";
    private const string Newcomer = "0f1e2d3c-4b5a-4697-8877-66554433221f";

    private const string PayloadJson = $$$$"""
        {"put":[{"properties":{"principal":{"id":"{{{{Newcomer}}}}","type":"User"}}}],
        "delete":[{"properties":{"principal":{"id":"{{{{EmulatorSeed.ColleagueObjectId}}}}","type":"User"}}}]}
        """;

    private static ModifyFlowPermissionPayload Payload =>
        new()
        {
            Put =
            [
                new FlowPermissionAdd
                {
                    Properties = new PermissionPropertiesAdd
                    {
                        Principal = new PrincipalAdd { Id = Newcomer, Type = PrincipalType.User },
                    },
                },
            ],
            Delete =
            [
                new FlowPermissionRemove
                {
                    Properties = new PermissionPropertiesRemove
                    {
                        Principal = new PrincipalRemove { Id = EmulatorSeed.ColleagueObjectId, Type = PrincipalType.User },
                    },
                },
            ],
        };

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListFlowOwnersAsync))]
    public async Task ListFlowOwners_lists()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        List<FlowPermission> owners = await service
            .Client.ListFlowOwnersAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"{Flow}/owners");
        Assert.Equal(
            service.Emulator.State.Owners(Environment, EmulatorSeed.HttpFlow),
            owners.Select(owner => owner.Properties!.Principal!.Id)
        );
        Assert.Equal(FlowRoleName.Owner, owners[0].Properties!.RoleName);
        Assert.Equal(PrincipalType.User, owners[0].Properties!.Principal!.Type);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ListFlowUsersAsync))]
    public async Task ListFlowUsers_lists()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        List<FlowPermission> users = await service
            .Client.ListFlowUsersAsync(Environment, EmulatorSeed.HttpFlow, EmulatedService.Cancellation)
            .ToListAsync(EmulatedService.Cancellation);

        service.AssertOnlyRequest("GET", $"{Flow}/users");
        FlowPermission group = Assert.Single(users);
        Assert.Equal(EmulatorSeed.GroupObjectId, group.Properties!.Principal!.Id);
        Assert.Equal(PrincipalType.Group, group.Properties.Principal.Type);
        Assert.True(group.Properties.Principal.Json.IsNull("thumbnailPhoto"));
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ModifyFlowOwnersAsync))]
    public async Task ModifyFlowOwners_gives_and_takes()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response response = await service.Client.ModifyFlowOwnersAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            Payload,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest("POST", $"{Flow}/modifyOwners", PayloadJson);
        Assert.Equal(200, response.Status);
        AssertOwnersChanged(service);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.AdminModifyFlowOwnersAsync))]
    public async Task AdminModifyFlowOwners_gives_and_takes()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response response = await service.Client.AdminModifyFlowOwnersAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            Payload,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest("POST", $"/scopes/admin{Flow}/modifyOwners", PayloadJson);
        Assert.Equal(200, response.Status);
        AssertOwnersChanged(service);
    }

    [Fact]
    [Covers(nameof(PowerAutomateManagementClient.ModifyRunOnlyUsersAsync))]
    public async Task ModifyRunOnlyUsers_gives_and_takes()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();

        Response response = await service.Client.ModifyRunOnlyUsersAsync(
            Environment,
            EmulatorSeed.HttpFlow,
            Payload,
            EmulatedService.Cancellation
        );

        service.AssertOnlyRequest("POST", $"{Flow}/modifyUsers", PayloadJson);
        Assert.Equal(200, response.Status);
        Assert.Equal([EmulatorSeed.GroupObjectId, Newcomer], service.Emulator.State.RunOnlyUsers(Environment, EmulatorSeed.HttpFlow));
    }

    private static void AssertOwnersChanged(EmulatedService service)
    {
        IReadOnlyList<string> owners = service.Emulator.State.Owners(Environment, EmulatorSeed.HttpFlow);
        Assert.Contains(Newcomer, owners);
        Assert.DoesNotContain(EmulatorSeed.ColleagueObjectId, owners);
    }
}
