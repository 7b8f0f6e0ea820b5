using System.Text;
using Azure.Core;
using PowerConnectors.Runtime.Tests.Doubles;

namespace PowerConnectors.Runtime.Tests.Http;

/// <summary>Whatever text a caller passes arrives as that text, in the place that it was passed for, or is refused before anything is sent.</summary>
public sealed class InjectionTests
{
    private const int Rounds = 4000;

    private static readonly string[] s_pieces =
    [
        ".",
        "..",
        "/",
        "\\",
        "//",
        "?",
        "#",
        "&",
        "=",
        "+",
        ";",
        ":",
        "@",
        "%",
        "%2e",
        "%2E",
        "%2f",
        "%2F",
        "%5c",
        "%25",
        "%252e",
        "%00",
        "%u002e",
        "'",
        "\"",
        "(",
        ")",
        "<",
        ">",
        "{",
        "}",
        "|",
        "^",
        "`",
        "*",
        "!",
        "$",
        ",",
        "~",
        "-",
        "_",
        " ",
        "\t",
        "\r\n",
        "\n",
        "\u0001",
        "\u007F",
        "\u0085",
        "a",
        "Z",
        "0",
        "é",
        "e\u0301",
        "İ",
        "ß",
        "日本",
        "😀",
        "\u202E",
        "\u2028",
        "\uFEFF",
        "\uFFFD",
        "．",
        "／",
        "\u2024",
        "http://evil.example",
        "xn--",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Random_text_arrives_as_it_was_passed(int seed)
    {
        Random random = new(seed);
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient(new ConnectorClientOptions { Limits = [] });
        List<string[]> sent = [];
        for (int i = 0; i < Rounds; i++)
        {
            string[] values = [Text(random), Text(random), Text(random), Text(random)];
            Task Call() => client.PickAsync(values[0], values[1], values[2], values[3], Token);
            if (values[1] + values[2] is "." or "..")
            {
                await Assert.ThrowsAsync<ArgumentException>(Call);
            }
            else
            {
                await Call();
                sent.Add(values);
            }
        }

        foreach ((string[] values, SeenRequest request) in sent.Zip(server.Requests))
        {
            string shown = $"{string.Join(" | ", values)} as {request.Target}";
            string[] target = request.Target.Split('?');
            string[] segments = target[0].Split('/');
            Assert.True(target.Length == 2 && request.Target.All(static c => c is > ' ' and <= '~' and not ('#' or '\\')), shown);
            Assert.True(segments.Length == 7, shown);
            Assert.Equal(["", "apim", "orders", "conn"], segments[..4]);
            Assert.Equal($"pick('{values[0]}')", Decode(segments[4]));
            Assert.Equal("x", segments[5]);
            Assert.Equal(values[1] + values[2], Decode(segments[6]));
            Assert.Equal([$"$filter={values[3]}", $"a&b=c#={values[3]}"], target[1].Split('&').Select(Decode));
        }

        Assert.Equal(sent.Count, server.Requests.Count);
        Assert.InRange(sent.Count, Rounds * 9 / 10, Rounds - 1);
    }

    [Fact]
    public async Task Two_parameters_cannot_make_a_path_together()
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.PickAsync("a", ".", ".", cancellationToken: Token)
        );
        ArgumentException listing = Assert.Throws<ArgumentException>("orderId", () => client.ListPartsAsync(".", Token));

        Assert.Equal("key", exception.ParamName);
        Assert.Contains("would name another resource", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ListParts", listing.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        await client.PickAsync("..", "..", "a", cancellationToken: Token);
        Assert.Equal("/apim/orders/conn/pick('..')/x/..a", server.Request.Target);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    public async Task A_connection_id_that_names_another_path_is_refused(string id)
    {
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = new(server.Endpoint, id, new FakeCredential());

        await Assert.ThrowsAsync<ArgumentException>("connectionId", () => client.CancelOrderAsync("7", Token));

        Assert.Empty(server.Requests);
    }

    // As numbers, since attributes cannot hold such text.
    [Theory]
    [InlineData('a', 0xD800)]
    [InlineData(0xDC00, 'a')]
    [InlineData(0xDE00, 0xD83D)]
    public async Task Half_a_character_is_refused(int first, int second)
    {
        string text = $"{(char)first}{(char)second}";
        await using TestServer server = await TestServer.StartAsync("");
        using OrdersClient client = server.CreateClient();

        await Assert.ThrowsAsync<ArgumentException>("orderId", () => client.CancelOrderAsync(text, Token));
        await Assert.ThrowsAsync<ArgumentException>("q", () => client.FindOrdersAsync(text, cancellationToken: Token));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_null_character_is_escaped_like_others()
    {
        Uri? address = null;
        using HttpClient http = new(new Recorder(request => address = request.RequestUri));
        using OrdersClient client = new(
            new Uri("https://host.example/apim"),
            "conn",
            new FakeCredential(),
            new ConnectorClientOptions { HttpClient = http, ThrottleRegistry = new ConnectorThrottleRegistry() }
        );

        await client.CancelOrderAsync("a\0b", Token);

        Assert.Equal("/apim/conn/orders/a%00b/cancel", address!.PathAndQuery);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nX-Evil: 1")]
    [InlineData("a b")]
    [InlineData("ü")]
    [InlineData("")]
    public void An_application_id_cannot_become_a_header(string id) =>
        Assert.Throws<ArgumentException>(() =>
            new OrdersClient(new Uri("https://h.example"), "c", new FakeCredential(), new ConnectorClientOptions { ApplicationId = id })
        );

    [Fact]
    public async Task A_token_cannot_become_a_header()
    {
        await using TestServer server = await TestServer.StartAsync("");
        FakeCredential credential = new()
        {
            Next = static (_, _) => Task.FromResult(new AccessToken("a\r\nX-Evil: 1", DateTimeOffset.MaxValue)),
        };
        using OrdersClient client = new(server.Endpoint, "conn", credential);

        await Assert.ThrowsAnyAsync<Exception>(() => client.CancelOrderAsync("7", Token));

        Assert.Empty(server.Requests);
    }

    private static string Text(Random random)
    {
        if (random.Next(20) == 0)
        {
            return ".";
        }

        StringBuilder text = new();
        for (int count = random.Next(1, 6); count > 0; count--)
        {
            text.Append(s_pieces[random.Next(random.Next(4) == 0 ? 8 : s_pieces.Length)]);
        }

        return text.ToString();
    }

    // Once, and by nobody who takes part in what is tested.
    private static string Decode(string escaped)
    {
        List<byte> bytes = [];
        for (int i = 0; i < escaped.Length; i++)
        {
            bool isEscape = escaped[i] == '%';
            bytes.Add(isEscape ? Convert.ToByte(escaped.Substring(i + 1, 2), 16) : (byte)escaped[i]);
            i += isEscape ? 2 : 0;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private sealed class Recorder(Action<HttpRequestMessage> seen) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen(request);
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK));
        }
    }
}
