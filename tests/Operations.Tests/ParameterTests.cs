using System.Globalization;

namespace PowerConnectors.Operations.Tests;

public sealed class ParameterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_parameter_goes_where_the_document_says_and_as_it_says()
    {
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        await using FormsService service = await FormsService.StartAsync();

        await service.Client.GetThingAsync(
            "7",
            "a/b",
            csv: ["x", "y z"],
            pipes: [1.5, -2],
            multi: [true, false],
            accept: "text/csv",
            xCount: 2.5,
            xTrace: "t-1",
            cancellationToken: Token
        );

        Assert.Equal(
            "/apim/things/7/a%252Fb?csv=x%2Cy%20z&pipes=1.5%7C-2&multi=true&multi=false&api-version=2016-11-01",
            service.Request.PathAndQuery
        );
        Assert.Equal("text/csv", service.Request.Headers.Accept);
        Assert.Equal("2.5", service.Request.Headers["X-Count"]);
        Assert.Equal("t-1", service.Request.Headers["X-Trace"]);
    }

    [Fact]
    public async Task Each_format_and_enumeration_has_one_text_under_every_culture()
    {
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        await using FormsService service = await FormsService.StartAsync();

        await service.Client.GetFormatsAsync(
            new Guid("0123ABCD-89ab-cdef-0123-456789abcdef"),
            new DateOnly(2024, 2, 29),
            GetFormatsLevel.ValueMinus1,
            new Uri("/a b?c", UriKind.Relative),
            price: 1.50m,
            data: [0xfb, 0xff],
            size: 2.5,
            sizes: [GetFormatsSizes.Value0_5, 3],
            xDay: new DateOnly(2024, 3, 1),
            cancellationToken: Token
        );
        await service.Client.GetFormatsAsync(default, default, 7, new Uri("https://contoso.example"), cancellationToken: Token);

        Assert.Equal(
            [
                "/apim/formats/0123abcd-89ab-cdef-0123-456789abcdef/2024-02-29/-1?site=%2Fa%20b%3Fc&price=1.50&data=%2B%2F8%3D&size=2.5&sizes=0.5%2C3",
                "/apim/formats/00000000-0000-0000-0000-000000000000/0001-01-01/7?site=https%3A%2F%2Fcontoso.example",
            ],
            service.Requests.Select(request => request.PathAndQuery)
        );
        Assert.Equal("2024-03-01", service.Requests[0].Headers["X-Day"]);
        await Assert.ThrowsAsync<ArgumentNullException>(() =>
            service.Client.GetFormatsAsync(default, default, 7, null!, cancellationToken: Token)
        );
    }

    [Fact]
    public async Task What_is_not_given_is_not_sent_but_the_constants_of_the_document()
    {
        await using FormsService service = await FormsService.StartAsync();

        await service.Client.GetThingAsync("7", "k", csv: [], cancellationToken: Token);

        Assert.Equal("/apim/things/7/k?api-version=2016-11-01", service.Request.PathAndQuery);
        Assert.False(service.Request.Headers.ContainsKey("X-Trace"));
    }

    [Theory]
    [InlineData("a\r\nX-Admin: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("ünsafe")]
    public async Task A_header_holds_no_line_ends_and_nothing_but_ASCII(string value)
    {
        await using FormsService service = await FormsService.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => service.Client.GetThingAsync("7", "k", xTrace: value, cancellationToken: Token));

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task An_item_that_would_arrive_as_two_is_refused()
    {
        await using FormsService service = await FormsService.StartAsync();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.GetThingAsync("7", "k", csv: ["a,b"], cancellationToken: Token)
        );

        Assert.Equal("csv", exception.ParamName);
        Assert.Empty(service.Requests);
    }
}
