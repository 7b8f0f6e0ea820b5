namespace PowerConnectors.Operations.Tests;

public sealed class CredentialTests
{
    [Fact]
    public async Task A_document_that_defines_no_scheme_needs_no_credential()
    {
        await using FormsService service = await FormsService.StartAsync();
        using FormsClient open = new(service.Endpoint, new ConnectorClientOptions { ThrottleRegistry = new ConnectorThrottleRegistry() });

        await open.GetThingAsync("7", "a", cancellationToken: TestContext.Current.CancellationToken);
        await service.Client.GetThingAsync("7", "a", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["", "Bearer token"], service.Requests.Select(static request => $"{request.Headers.Authorization}"));
    }
}
