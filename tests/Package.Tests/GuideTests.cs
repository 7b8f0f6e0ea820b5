using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PowerConnectors.Package.Tests;

/// <summary>The page "Use your own connector", followed as it is written, with the packed packages.</summary>
public sealed partial class GuideTests(PackageFeed feed)
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/own-connector.md"));

    [Fact]
    public async Task The_page_leads_to_a_program_that_runs()
    {
        await using WebApplication service = await StartAsync();
        using ConsumerDirectory directory = await ConsumerDirectory.CreateAsync(feed);
        string endpoint = $"{service.Urls.Single()}/v1";
        directory.WriteProject("Orders", directory.Reference);
        string project = File.ReadAllText(directory.PathOf("Orders/Orders.csproj"));
        directory.Write(
            "Orders/Orders.csproj",
            project.Replace("</Project>", $"{Block("Orders.csproj")}</Project>", StringComparison.Ordinal)
        );
        directory.Write("Orders/specs/orders.swagger.json", Block("specs/orders.swagger.json"));
        directory.Write("Orders/Program.cs", Block("Program.cs"));

        (await directory.BuildAsync("Orders")).Succeeded();
        Assert.Equal(
            ["created key secret", "1 Fabrikam open", "refused: 400 NoCustomer"],
            (await directory.RunAsync("Orders", endpoint, "secret")).Succeeded().Lines
        );

        // The step of the overlay, and the row of the table for another credential.
        directory.Write("Orders/specs/orders.overlay.json", Block("specs/orders.overlay.json"));
        directory.Write(
            "Orders/specs/orders.swagger.json",
            Block("specs/orders.swagger.json")
                .Replace(
                    """{ "type": "apiKey", "in": "header", "name": "X-Api-Key" }""",
                    """{ "type": "basic" }""",
                    StringComparison.Ordinal
                )
        );
        directory.Write(
            "Orders/Program.cs",
            $"using System.Net;\n{Block("Program.cs")}"
                .Replace("using Azure;\n", "", StringComparison.Ordinal)
                .Replace("new AzureKeyCredential(args[1])", Code("new NetworkCredential(user, password)"), StringComparison.Ordinal)
                .Replace("(user, password)", "(\"user\", args[1])", StringComparison.Ordinal)
                .Replace("client.ListOrdersAsync()", Code("client.ListOrdersAsync(OrderStage.Open)"), StringComparison.Ordinal)
        );

        (await directory.BuildAsync("Orders", "--no-restore")).Succeeded();
        Assert.Equal(
            ["created Basic dXNlcjpzZWNyZXQ=", "1 Fabrikam open only", "refused: 400 NoCustomer"],
            (await directory.RunAsync("Orders", endpoint, "secret")).Succeeded().Lines
        );
    }

    private static async Task<WebApplication> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        WebApplication service = builder.Build();
        service.Run(AnswerAsync);
        await service.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync(context.RequestAborted);
        string state = context.Request.Query["state"] == "open" ? "open only" : "open";
        string key = context.Request.Headers["X-Api-Key"].ToString();
        string seen = key.Length == 0 ? context.Request.Headers.Authorization.ToString() : $"key {key}";
        (int status, string answer) = (context.Request.Method, body) switch
        {
            _ when context.Request.Path != "/v1/orders" => (404, ""),
            ("GET", _) => (200, $$"""{ "value": [ { "id": "1", "customer": "Fabrikam", "state": "{{state}}" } ] }"""),
            (_, """{"customer":"Fabrikam"}""") => (201, $$"""{ "id": "{{seen}}", "customer": "Fabrikam" }"""),
            _ => (400, """{ "error": { "code": "NoCustomer", "message": "Who orders?" } }"""),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    private static string Block(string name) =>
        Fence().Matches(Page).Single(block => block.Groups["name"].Value == name).Groups["text"].Value;

    // What the page shows in the text.
    private static string Code(string code)
    {
        Assert.Contains(code, Page, StringComparison.Ordinal);
        return code;
    }

    [GeneratedRegex(@"^```\w+ (?<name>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
