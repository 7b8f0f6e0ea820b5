using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Telemetry;

/// <summary>Whatever a service or a credential says, no secret of it comes out, wherever one may listen.</summary>
[Collection(TelemetryTestGroup.Name)]
public sealed class SecretTests
{
    // A mark that each secret holds, so that a part of one is found too.
    private const string Mark = "hUsHhUsHhUsH";
    private const string Signature = "Zm9v" + Mark + "YmFy";
    private const string Jwt = "eyJ0eXAiOiJKV1Qi." + Mark + "eyJhdWQiOiJodHRwczovL2FwaWh1Yi5henVyZS5jb20ifQ.c2lnbmF0dXJl";
    private const string Callback =
        "https://prod-00.westeurope.logic.example/workflows/1/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Frun&sv=1.0&sig="
        + Signature;

    private readonly ConcurrentQueue<string> _heard = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Texts =>
        [
            $"The url {Callback} is not valid",
            $"Authorization: Bearer {Jwt} was refused",
            $"token {Jwt}",
            $"client_secret={Signature}&grant_type=x",
            $$"""{\"access_token\":\"{{Jwt}}\"}""",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task No_secret_of_an_error_is_heard(string text)
    {
        string json = text.Contains('\\', StringComparison.Ordinal) ? text : System.Text.Json.JsonEncodedText.Encode(text).ToString();
        HttpResponseMessage Refuse(int status)
        {
            HttpResponseMessage response = ScriptedHandler.Answer(
                status,
                $$$"""{"error":{"code":"{{{json}}}","message":"{{{json}}}"}}""",
                retryAfter: "1"
            );
            response.ReasonPhrase = text;
            response.Headers.TryAddWithoutValidation("x-ms-request-id", text);
            return response;
        }

        using ScriptedHandler network = new(number =>
            number switch
            {
                1 => Refuse(429),
                2 => Refuse(503),
                3 => throw new HttpRequestException(text),
                4 => Refuse(400),
                5 => ScriptedHandler.Answer(200, $$"""{"name":{{{json}}"""),
                _ => ScriptedHandler.Answer(
                    200,
                    $$"""{"value":[],"nextLink":"https://host.example/apim/orders/conn/orders?sig={{Signature}}&n={{number}}"}"""
                ),
            }
        );
        await ListenAsync(
            network,
            new FakeCredential { Next = static (_, _) => Task.FromResult(new AccessToken(Jwt, DateTimeOffset.MaxValue)) },
            async (client, time) =>
            {
                await Assert.ThrowsAsync<ConnectorRequestException>(() => time.RunAsync(client.GetOrderAsync("7", Token)));
                await Assert.ThrowsAsync<ConnectorRequestException>(() => client.GetOrderAsync("7", Token));
                await client.ListOrdersAsync(cancellationToken: Token).Take(0).ToListAsync(Token);
                await foreach (Azure.Page<Order> page in client.ListOrdersAsync(cancellationToken: Token).AsPages().Take(2))
                {
                    Assert.Empty(page.Values);
                }
            }
        );

        Assert.Contains(_heard, static line => line.Contains("GetOrder ended in 400", StringComparison.Ordinal));
        Assert.Contains(_heard, static line => line.Contains("UnreadableAnswer", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task No_secret_of_a_credential_is_heard(string text)
    {
        using ScriptedHandler network = new(_ => ScriptedHandler.Answer(200));
        await ListenAsync(
            network,
            new FakeCredential { Next = (_, _) => Task.FromException<AccessToken>(new InvalidOperationException(text)) },
            static async (client, _) =>
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    client.FindOrdersAsync(Signature, filter: Callback, cancellationToken: Token)
                )
        );

        Assert.Contains(_heard, static line => line.Contains("No token could be had", StringComparison.Ordinal));
    }

    /// <summary>Runs calls and keeps every text that comes out: log records with their state, spans, events and tags of metrics.</summary>
    private async Task ListenAsync(ScriptedHandler network, FakeCredential credential, Func<OrdersClient, SteppingTime, Task> act)
    {
        FakeLogCollector log = new();
        using LoggerFactory factory = new([new FakeLoggerProvider(log)], new LoggerFilterOptions { MinLevel = LogLevel.Trace });
        using ActivityListener spans = new()
        {
            ShouldListenTo = static source => source.Name == ConnectorTelemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                Hear([
                    new(span.DisplayName, span.StatusDescription),
                    .. span.TagObjects,
                    .. span.Events.SelectMany(static entry => entry.Tags),
                ]);
            },
        };
        ActivitySource.AddActivityListener(spans);
        using MeterListener metrics = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == ConnectorTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        metrics.SetMeasurementEventCallback<double>((_, _, tags, _) => Hear(tags.ToArray()));
        metrics.SetMeasurementEventCallback<long>((_, _, tags, _) => Hear(tags.ToArray()));
        metrics.Start();

        SteppingTime time = new();
        using (OrdersClient client = network.CreateClient(new() { LoggerFactory = factory, TimeProvider = time }, credential))
        {
            await act(client, time);
            metrics.RecordObservableInstruments();
        }

        foreach (FakeLogRecord record in log.GetSnapshot())
        {
            Hear([
                new("message", $"{record.Message} {record.Exception}"),
                .. record.StructuredState!.Select(static pair => new KeyValuePair<string, object?>(pair.Key, pair.Value)),
            ]);
        }

        Assert.NotEmpty(_heard);
        Assert.All(_heard, static line => Assert.DoesNotContain(Mark, line, StringComparison.OrdinalIgnoreCase));
    }

    private void Hear(IEnumerable<KeyValuePair<string, object?>> tags)
    {
        foreach ((string key, object? value) in tags)
        {
            _heard.Enqueue($"{key} {value}");
        }
    }
}
