using PowerConnectors.Errors;

namespace PowerConnectors.Runtime.Tests.Errors;

public sealed class SecretTests
{
    private static readonly SecretRedactor s_redactor = new(["callbackUrl", "value", "p&n"]);

    [Theory]
    [InlineData("https://h/x?sv=1&sig=S3CRET%2Bx&se=2", "https://h/x?sv=1&sig=REDACTED&se=2")]
    [InlineData("url%3Fsig%3DS3CRET'", "url%3Fsig%3DREDACTED'")]
    [InlineData("https://h/api/f?code=S3CRET==&x=1", "https://h/api/f?code=REDACTED&x=1")]
    [InlineData("url%3Fcode%3DS3CRET", "url%3Fcode%3DREDACTED")]
    [InlineData(
        "Endpoint=sb://h/;SharedAccessKeyName=n;SharedAccessKey=S3CRET=;x",
        "Endpoint=sb://h/;SharedAccessKeyName=n;SharedAccessKey=REDACTED;x"
    )]
    [InlineData("SharedAccessSignature sr=r&sig=S3CRET&se=1", "SharedAccessSignature sr=r&sig=REDACTED&se=1")]
    [InlineData("Ocp-Apim-Subscription-Key: S3CRET", "Ocp-Apim-Subscription-Key: REDACTED")]
    [InlineData("x-api-key:S3CRET, y", "x-api-key:REDACTED, y")]
    [InlineData("Password = 'it is S3CRET; too' at", "Password = 'REDACTED' at")]
    [InlineData("https://user:S3CRET@h/x and https://h:443/x", "https://user:REDACTED@h/x and https://h:443/x")]
    [InlineData(
        "?callback=https%253A%252F%252Fh%252Fx%253Fsig%253DS3CRET&x=1",
        "?callback=https%253A%252F%252Fh%252Fx%253Fsig%253DREDACTED&x=1"
    )]
    [InlineData("https%253A%252F%252Fh%252Fx%253Fcode%253DS3CRET x", "https%253A%252F%252Fh%252Fx%253Fcode%253DREDACTED x")]
    [InlineData("h%25253Fkey%25253DS3CRET x", "h%25253Fkey%25253DREDACTED x")]
    [InlineData("client-secret: S3CRET x", "client-secret: REDACTED x")]
    [InlineData("Refresh-Token=S3CRET&x=1", "Refresh-Token=REDACTED&x=1")]
    public void Queries_headers_and_addresses(string text, string shown) => Assert.Equal(shown, s_redactor.Redact(text));

    [Theory]
    [InlineData("""{"password": "a S3CRET, \"b\\", "x": 1}""", """{"password": "REDACTED", "x": 1}""")]
    [InlineData("""{\"client_secret\":\"a \\\"S3CRET\\\" b\\\\\",\"x\":1}""", """{\"client_secret\":\"REDACTED\",\"x\":1}""")]
    [InlineData("""{"m":"{\"token\":\"S3CRET","x":1}""", """{"m":"{\"token\":\"REDACTED","x":1}""")]
    [InlineData("""{"token":"S3CRET that was cut""", """{"token":"REDACTED""")]
    [InlineData("""{"accessToken":null,"idToken":17}""", """{"accessToken":null,"idToken":REDACTED}""")]
    [InlineData(
        """{"Secret":"S3CRET","secret":{"a":1},"code":"NotFound","key":"k"}""",
        """{"Secret":"REDACTED","secret":{"a":1},"code":"NotFound","key":"k"}"""
    )]
    public void Json(string text, string shown) => Assert.Equal(shown, s_redactor.Redact(text));

    [Theory]
    [InlineData("Authorization: Bearer abc", "Authorization: Bearer REDACTED")]
    [InlineData("Bearer abcdefghijklmnopqrstuvwxyz.S3CRET", "Bearer REDACTED")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.S3CRET.x", "REDACTED")]
    [InlineData("{\"Authorization\":\"Basic dTpw\"}", "{\"Authorization\":\"Basic REDACTED\"}")]
    [InlineData("sent BASIC dXNlcjpTM0NSRVQ= twice", "sent BASIC REDACTED twice")]
    [InlineData("'Authorization'='abcdefghijklmnopqrstuvwxyz'", "'Authorization'='REDACTED'")]
    [InlineData("Bearer  \t abcdefghijklmnopqrstuvwxyz", "Bearer  \t REDACTED")]
    [InlineData("bearer: abcdefghijklmnopqrstuvwxyz", "bearer: REDACTED")]
    [InlineData("sent BASIC   dXNlcjpTM0NSRVQ= twice", "sent BASIC   REDACTED twice")]
    public void Credentials(string text, string shown) => Assert.Equal(shown, s_redactor.Redact(text));

    [Theory]
    [InlineData("Cookie: session=S3CRET; id=S3CRET was refused", "Cookie: REDACTED was refused")]
    [InlineData("Set-Cookie: session=S3CRET; Path=/; Secure\r\nDate: x", "Set-Cookie: REDACTED\r\nDate: x")]
    [InlineData("""{"Set-Cookie":["session=S3CRET; Path=/"],"x":1}""", """{"Set-Cookie":["REDACTED"],"x":1}""")]
    [InlineData("""{\"cookie\":\"session=S3CRET\",\"x\":1}""", """{\"cookie\":\"REDACTED\",\"x\":1}""")]
    public void Cookies(string text, string shown) => Assert.Equal(shown, s_redactor.Redact(text));

    [Theory]
    [InlineData("""{"response":{"value":"S3CRET"}}""", """{"response":{"value":"REDACTED"}}""")]
    [InlineData("""{\"CallbackUrl\" : \"S3CRET\"}""", """{\"CallbackUrl\" : \"REDACTED\"}""")]
    [InlineData("?x=1&callbackurl=S3CRET", "?x=1&callbackurl=REDACTED")]
    [InlineData("?p%26n=S3CRET", "?p%26n=REDACTED")]
    [InlineData("(callbackUrl=S3CRET)", "(callbackUrl=REDACTED)")]
    public void Names_of_the_connector(string text, string shown)
    {
        Assert.Equal(shown, s_redactor.Redact(text));
        Assert.Equal(text, SecretRedactor.Default.Redact(text));
    }

    [Theory]
    [InlineData("Bearer token is missing; design=1, sig is absent")]
    [InlineData("Basic authentication is off for this tenant")]
    [InlineData("Error in authorization: the caller may not do this")]
    [InlineData("Invalid token: expired. The secret: unknown. My value: 7, code=5, monkey=1")]
    [InlineData("""{"value":[{"name":"a"}],"myvalue":"b","error":{"code":"FlowNotFound"}}""")]
    [InlineData("A cookie: they are off. The bearer: unknown %25 sig%253")]
    [InlineData("othervalue=1&x.value=2")]
    [InlineData("the key 'abc' = 5 %3D %")]
    [InlineData("")]
    public void What_is_no_secret_stays(string text) => Assert.Same(text, s_redactor.Redact(text));

    [Fact]
    public void Values_that_the_call_knows_are_taken_out_wherever_they_stand()
    {
        string text = s_redactor.Redact("no a/b c here: 'a/b c', a%2Fb%20c or ab", ["a/b c", "ab"]);

        Assert.Equal("no REDACTED here: 'REDACTED', REDACTED or ab", text);
    }

    [Fact]
    public void What_was_redacted_stays_as_it_is_and_long_texts_take_no_time()
    {
        string text = string.Concat(Enumerable.Repeat("\"token\":\"S3CRET\" =:%eB \\\\\\\"", 20_000));

        string shown = s_redactor.Redact(text);

        Assert.DoesNotContain("S3CRET", shown, StringComparison.Ordinal);
        Assert.Equal(shown, s_redactor.Redact(shown));
    }
}
