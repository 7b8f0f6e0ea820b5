using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Emulator.Tests;

public sealed class PermissionTests
{
    private const string Flow = $"{EmulatorClient.Flows}/{EmulatorSeed.HttpFlow}";
    private const string NewUser = "0f3c9f7e-51b0-4d25-9a6e-2b7c8d1e4f60";

    [Fact]
    public async Task Owners_are_listed_with_roles_and_principals()
    {
        await using var client = await EmulatorClient.StartAsync();

        var owners = (await client.GetAsync($"{Flow}/owners")).Json["value"]!.AsArray();

        Assert.Equal(["Owner", "CanEdit", "CanEdit"], owners.Select(owner => owner!["properties"]!["roleName"]!.GetValue<string>()));
        Assert.Equal(
            ["User", "User", "NotSpecified"],
            owners.Select(owner => owner!["properties"]!["principal"]!["type"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task Run_only_users_are_listed()
    {
        await using var client = await EmulatorClient.StartAsync();

        var user = Assert.Single((await client.GetAsync($"{Flow}/users")).Json["value"]!.AsArray());

        Assert.Equal(EmulatorSeed.GroupObjectId, user!["properties"]!["principal"]!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData($"{Flow}/modifyOwners")]
    [InlineData($"{EmulatorClient.AdminFlows}/{EmulatorSeed.HttpFlow}/modifyOwners")]
    public async Task Owners_are_given_and_taken(string path)
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.PostAsync(path, Payload(NewUser, EmulatorSeed.ColleagueObjectId))).ShouldBeEmpty(200);

        var owners = client.Emulator.State.Owners(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow);
        Assert.Contains(NewUser, owners);
        Assert.DoesNotContain(EmulatorSeed.ColleagueObjectId, owners);
    }

    [Fact]
    public async Task Run_only_users_are_given_and_taken_and_a_repetition_changes_nothing()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.PostAsync($"{Flow}/modifyUsers", Payload(NewUser, EmulatorSeed.GroupObjectId))).ShouldBeEmpty(200);
        (await client.PostAsync($"{Flow}/modifyUsers", Payload(NewUser, EmulatorSeed.GroupObjectId))).ShouldBeEmpty(200);

        Assert.Equal([NewUser], client.Emulator.State.RunOnlyUsers(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow));
    }

    [Fact]
    public async Task An_empty_payload_changes_nothing()
    {
        await using var client = await EmulatorClient.StartAsync();

        (await client.PostAsync($"{Flow}/modifyOwners", new JsonObject())).ShouldBeEmpty(200);

        Assert.Equal(3, client.Emulator.State.Owners(EmulatorSeed.DefaultEnvironment, EmulatorSeed.HttpFlow).Count);
    }

    private static JsonObject Payload(string put, string delete) =>
        new() { ["put"] = new JsonArray(Permission(put)), ["delete"] = new JsonArray(Permission(delete)) };

    private static JsonObject Permission(string id) =>
        new()
        {
            ["properties"] = new JsonObject
            {
                ["principal"] = new JsonObject { ["id"] = id, ["type"] = "User" },
            },
        };
}
