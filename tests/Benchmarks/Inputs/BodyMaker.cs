using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator;
using PowerConnectors.Emulator.Authentication;
using PowerConnectors.Emulator.Seeding;

namespace PowerConnectors.Benchmarks.Inputs;

/// <summary>Has the emulator answer, and keeps the answers.</summary>
internal static class BodyMaker
{
    private const int Flows = 250;
    private const int Owners = 10_000;
    private const int Actions = 1500;
    private const string Path = $"environments/{EmulatorSeed.DefaultEnvironment}/flows";

    public static async Task MakeAsync()
    {
        string folder = Bodies.Folder;
        Directory.CreateDirectory(folder);
        await using FlowManagementEmulator emulator = await FlowManagementEmulator.StartAsync(
            new EmulatorOptions { FlowCount = Flows, PageSize = Flows },
            CancellationToken.None
        );
        using HttpClient client = new() { BaseAddress = new Uri($"{emulator.Endpoint}/{emulator.ConnectionId}/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            EmulatorTokens.Create(EmulatorTokens.Audience, DateTimeOffset.MaxValue)
        );

        byte[] flows = await client.GetByteArrayAsync(Path);
        await WriteAsync(folder, Bodies.Flows, flows);
        string known = Encoding.UTF8.GetString(flows).Replace("\"Suspended\"", "\"Stopped\"", StringComparison.Ordinal);
        await WriteAsync(folder, Bodies.KnownFlows, Encoding.UTF8.GetBytes(known));
        await WriteAsync(folder, Bodies.Flow, await client.GetByteArrayAsync($"{Path}/{EmulatorSeed.HttpFlow}"));

        JsonNode made = JsonNode.Parse(await SendAsync(client, Path, Flow()))!;
        string flow = $"{Path}/{made["name"]}";
        await WriteAsync(folder, Bodies.Definition, await client.GetByteArrayAsync(flow));

        await SendAsync(client, $"{flow}/modifyOwners", NewOwners());
        await WriteAsync(folder, Bodies.Owners, await client.GetByteArrayAsync($"{flow}/owners"));
    }

    private static async Task<byte[]> SendAsync(HttpClient client, string path, JsonNode body)
    {
        using StringContent content = new(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        byte[] answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
    }

    private static JsonObject Flow()
    {
        JsonObject actions = [];
        for (int i = 0; i < Actions; i++)
        {
            actions.Add($"Get_items_{i}", Action(i));
        }

        return new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["displayName"] = "A large flow",
                ["state"] = "Stopped",
                ["definition"] = new JsonObject
                {
                    ["$schema"] =
                        "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
                    ["contentVersion"] = "1.0.0.0",
                    ["triggers"] = new JsonObject(),
                    ["actions"] = actions,
                },
            },
        };
    }

    private static JsonObject Action(int number) =>
        new()
        {
            ["type"] = "Http",
            ["runAfter"] = new JsonObject { [$"Get_items_{number - 1}"] = new JsonArray("Succeeded", "Failed") },
            ["metadata"] = new JsonObject { ["operationMetadataId"] = $"5f1d2c3b-0000-4000-8000-{number:x12}" },
            ["inputs"] = new JsonObject
            {
                ["method"] = "POST",
                ["uri"] = $"https://contoso.example/api/orders/8c1e7a52-9d3b-4f60-b1a2-{number:x12}",
                ["headers"] = new JsonObject { ["Content-Type"] = "application/json", ["x-request"] = "@{guid()}" },
                ["queries"] = new JsonObject { ["$filter"] = "Status eq 'Open' and Amount gt @{variables('limit')}", ["$top"] = number },
                ["body"] = new JsonObject
                {
                    ["subject"] = "@{triggerBody()?['subject']}",
                    ["importance"] = "Low",
                    ["attempts"] = number % 7,
                    ["isUrgent"] = number % 2 == 0,
                },
                ["authentication"] = "@parameters('$authentication')",
            },
        };

    private static JsonObject NewOwners()
    {
        JsonArray put = [];
        for (int i = 0; i < Owners; i++)
        {
            put.Add(
                new JsonObject
                {
                    ["properties"] = new JsonObject
                    {
                        ["principal"] = new JsonObject { ["id"] = $"c2a1b3d4-0000-4000-8000-{i:x12}", ["type"] = "User" },
                    },
                }
            );
        }

        return new JsonObject { ["put"] = put };
    }

    private static async Task WriteAsync(string folder, string body, byte[] json)
    {
        using JsonDocument checkedDocument = JsonDocument.Parse(json);
        await File.WriteAllBytesAsync(System.IO.Path.Combine(folder, $"{body}.json"), json);
    }
}
