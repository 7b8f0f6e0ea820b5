using PowerConnectors.Emulator.Faults;

namespace PowerConnectors.Emulator.Tests.Faults;

public sealed class FaultScriptTests
{
    private const string Owners = $"{EmulatorClient.Flows}/{Seeding.EmulatorSeed.HttpFlow}/owners";

    [Theory]
    [InlineData("", "$", "does not contain any JSON")]
    [InlineData("[]", "$, line 1", "FaultScript")]
    [InlineData("""{"rules":[{"fault":{"kind":"drop"}},{"evry":3}]}""", "$.rules[1].evry, line 1", "'evry'")]
    [InlineData("{\"rules\":[\n{}]}", "$.rules[0], line 2", "'fault'")]
    [InlineData("""{"rules":[null]}""", "$.rules[0]", "null")]
    [InlineData("""{"rules":[{"fault":{"kind":"explode"}}]}""", "$.rules[0].fault", "delay, status, drop, cut, drip, expireToken")]
    [InlineData("""{"rules":[{"fault":{}}]}""", "$.rules[0].fault", "delay, status, drop, cut, drip, expireToken")]
    [InlineData("""{"rules":[{"fault":{"kind":"delay"}}]}""", "$.rules[0].fault", "'milliseconds'")]
    [InlineData("""{"rules":[{"fault":{"kind":"cut","how":"bang"}}]}""", "$.rules[0].fault.how", "ConnectionEnd")]
    [InlineData("""{"rules":[{"fault":{"kind":"delay","milliseconds":-1}}]}""", "$.rules[0].fault.milliseconds", "-1")]
    [InlineData("""{"rules":[{"fault":{"kind":"drip","pieces":0,"milliseconds":1}}]}""", "$.rules[0].fault.pieces", "0")]
    [InlineData("""{"rules":[{"fault":{"kind":"status","status":42}}]}""", "$.rules[0].fault.status", "42")]
    [InlineData("""{"rules":[{"fault":{"kind":"status","status":429,"retryAfter":-2}}]}""", "$.rules[0].fault.retryAfter", "-2")]
    [InlineData("""{"rules":[{"operations":["GetFlow","Nope"],"fault":{"kind":"drop"}}]}""", "$.rules[0].operations[1]", "'Nope'")]
    [InlineData("""{"rules":[{"methods":["FETCH"],"fault":{"kind":"drop"}}]}""", "$.rules[0].methods[0]", "'FETCH'")]
    [InlineData("""{"rules":[{"every":0,"fault":{"kind":"drop"}}]}""", "$.rules[0].every", "0")]
    [InlineData("""{"rules":[{"times":0,"fault":{"kind":"drop"}}]}""", "$.rules[0].times", "0")]
    [InlineData("""{"rules":[{"probability":1.5,"fault":{"kind":"drop"}}]}""", "$.rules[0].probability", "1.5")]
    [InlineData("""{"rules":[{"every":2,"probability":0.5,"fault":{"kind":"drop"}}]}""", "$.rules[0].probability", "not both")]
    public void A_wrong_script_is_explained_with_its_place(string json, string place, string problem)
    {
        var failure = Assert.Throws<FormatException>(() => FaultScript.Parse(json));

        Assert.StartsWith($"The fault script is wrong at {place}", failure.Message, StringComparison.Ordinal);
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_script_stops_an_embedded_emulator_from_starting()
    {
        var script = new FaultScript { Rules = [new FaultRule { Every = -1, Fault = new DropFault() }] };

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => EmulatorClient.StartAsync(new EmulatorOptions { Faults = script }));

        Assert.Contains("$.rules[0].every", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_is_the_same_after_writing_and_reading_it()
    {
        var json = FaultScript
            .Parse(
                """
                {
                  "seed": 7, // of the probabilities
                  "rules": [
                    { "name": "lost", "operations": ["CreateFlow"], "methods": ["POST"], "every": 3, "times": 2,
                      "fault": { "how": "close", "carriedOut": true, "kind": "drop" } },
                    { "probability": 0.25, "fault": { "kind": "cut", "how": "close", "framing": "chunked" } },
                    { "fault": { "kind": "status", "status": 503, "retryAfter": 1, "headers": { "x": "y" } } },
                  ],
                }
                """
            )
            .ToJson();

        Assert.Equal(json, FaultScript.Parse(json).ToJson());
        string[] members = ["\"seed\": 7", "\"lost\"", "\"close\"", "\"chunked\"", "\"x\": \"y\"", "0.25", "\"carriedOut\": true"];
        Assert.All(members, member => Assert.Contains(member, json, StringComparison.Ordinal));
    }

    [Fact]
    public void The_script_in_the_docs_is_one()
    {
        using var page = new StreamReader(typeof(FaultScriptTests).Assembly.GetManifestResourceStream("emulator.md")!);

        var script = FaultScript.Parse(page.ReadToEnd().Split("```json")[1].Split("```")[0]);

        Assert.Equal(
            [typeof(DropFault), typeof(CutFault), typeof(StatusFault), typeof(StatusFault)],
            script.Rules.Select(rule => rule.Fault.GetType())
        );
    }

    [Fact]
    public async Task The_first_rule_whose_turn_it_is_decides()
    {
        await using var client = await StartAsync(
            new FaultRule
            {
                Methods = ["GET"],
                Operations = ["ListFlowOwners"],
                Every = 3,
                Times = 2,
                Fault = new StatusFault { Status = 501 },
            },
            new FaultRule
            {
                Every = 2,
                Fault = new StatusFault { Status = 502 },
            }
        );

        List<int> statuses = [];
        for (var call = 0; call < 12; call++)
        {
            statuses.Add((await client.GetAsync(Owners)).Status);
        }

        // The third and the sixth are the first rule's; every other of the rest is the second's.
        Assert.Equal([200, 502, 501, 200, 502, 501, 200, 502, 200, 502, 200, 502], statuses);
        Assert.Equal([new RuleCount("status", 12, 2), new RuleCount("status", 10, 5)], client.Emulator.FaultCounts);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults_and_another_seed_others()
    {
        var first = await DrawAsync(1);
        var again = await DrawAsync(1);
        var other = await DrawAsync(2);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(status => status == 500), 5, 35);
    }

    [Fact]
    public async Task Faults_of_one_call_come_before_the_script()
    {
        await using var client = await StartAsync(new FaultRule { Fault = new StatusFault { Status = 500 } });
        client.Emulator.FailNext("ListFlowOwners", 409);

        Assert.Equal(409, (await client.GetAsync(Owners)).Status);
        Assert.Equal(500, (await client.GetAsync(Owners)).Status);
        client.Emulator.Faults = new FaultScript();
        Assert.Equal(200, (await client.GetAsync(Owners)).Status);
    }

    private static Task<EmulatorClient> StartAsync(params FaultRule[] rules) =>
        EmulatorClient.StartAsync(new EmulatorOptions { Faults = new FaultScript { Rules = rules } });

    private static async Task<List<int>> DrawAsync(int seed)
    {
        await using var client = await EmulatorClient.StartAsync(
            new EmulatorOptions
            {
                Faults = new FaultScript
                {
                    Seed = seed,
                    Rules =
                    [
                        new FaultRule
                        {
                            Probability = 0.5,
                            Fault = new StatusFault { Status = 500 },
                        },
                    ],
                },
            }
        );
        List<int> statuses = [];
        for (var call = 0; call < 40; call++)
        {
            statuses.Add((await client.GetAsync(Owners)).Status);
        }

        return statuses;
    }
}
