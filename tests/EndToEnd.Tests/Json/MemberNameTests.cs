using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NameSamples;
using PowerConnectors.Json;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Members are found and written by names of any kind: many that are alike, and odd ones.</summary>
public class MemberNameTests
{
    private const int Members = 70;

    private static readonly string[] s_odd = ["", "a", "ab", "a+b", "it's <b>", "größe", "日本", "say \"so\"", "back\\slash"];

    [Fact]
    public void Each_of_many_names_of_one_length_is_found_in_any_order()
    {
        int[] numbers = [.. Enumerable.Range(0, Members)];
        new Random(1).Shuffle(numbers);
        string shuffled = Json(numbers, Value);

        Wide wide = Parse<Wide>(shuffled);

        Assert.Equal(1000, wide.A00B00C);
        Assert.Equal(1069, wide.A69B69C);
        Assert.Empty(wide.Json.Names);
        Assert.Equal(Json(Enumerable.Range(0, Members), Value), Save(wide));
    }

    [Fact]
    public void Names_that_are_nearly_declared_are_not()
    {
        string[] names = ["a00b00d", "b00b00c", "a00c00c", "a10b10", "a10b10cc", "A00b00c", "a99b99c"];
        string json = $"{{{string.Join(',', names.Select(static name => $"\"{name}\":1"))}}}";

        Wide wide = Parse<Wide>(json);

        Assert.Equal(names, wide.Json.Names);
        Assert.Equal(json, Save(wide));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Members - 1)]
    public void A_required_member_is_missed_wherever_it_stands(int number)
    {
        string json = Json(Enumerable.Range(0, Members).Where(other => other != number), Value);

        JsonException exception = Assert.Throws<JsonException>(() => Parse<Wide>(json, strict: true));

        Assert.Contains($"'{Name(number)}' is missing", exception.Message, StringComparison.Ordinal);
        Assert.Equal(json, Save(Parse<Wide>(json)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Members - 1)]
    public void A_required_member_that_is_null_has_no_value(int number)
    {
        string json = Json(Enumerable.Range(0, Members), one => one == number ? "null" : Value(one));

        JsonException exception = Assert.Throws<JsonException>(() => Parse<Wide>(json, strict: true));

        Assert.Contains($"'{Name(number)}' is missing", exception.Message, StringComparison.Ordinal);
        Assert.Equal(json, Save(Parse<Wide>(json)));
    }

    [Fact]
    public void A_name_that_is_sent_twice_has_its_last_value()
    {
        Wide first = Parse<Wide>("""{"a00b00c":null,"a69b69c":1,"a00b00c":2,"a69b69c":null}""");

        Assert.Equal(2, first.A00B00C);
        Assert.False(first.Json.IsNull("a00b00c"));
        Assert.True(first.Json.IsNull("a69b69c"));
        Assert.Equal("""{"a00b00c":2,"a69b69c":null}""", Save(first));
    }

    [Fact]
    public void Odd_names_are_found_and_written()
    {
        JsonObject json = Odd();

        Odd odd = Parse<Odd>(Text(json, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));

        Assert.Empty(odd.Json.Names);
        Assert.Equal(Text(json, JavaScriptEncoder.UnsafeRelaxedJsonEscaping), Save(odd));
    }

    [Fact]
    public void Escaped_names_are_the_same_names()
    {
        JsonObject json = Odd();

        Odd odd = Parse<Odd>(Text(json, JavaScriptEncoder.Default).Replace("\"a\"", "\"\\u0061\"", StringComparison.Ordinal));

        Assert.Empty(odd.Json.Names);
        Assert.Equal(Text(json, JavaScriptEncoder.UnsafeRelaxedJsonEscaping), Save(odd));
    }

    [Fact]
    public void A_serializer_escapes_names_as_its_options_say()
    {
        Odd odd = Parse<Odd>(Text(Odd(), JavaScriptEncoder.UnsafeRelaxedJsonEscaping));

        foreach (JavaScriptEncoder encoder in new[] { JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        {
            NameSamplesJsonContext context = new(new JsonSerializerOptions { Encoder = encoder });

            Assert.Equal(Text(Odd(), encoder), JsonSerializer.Serialize(odd, context.Odd));
        }
    }

    private static JsonObject Odd() => [.. s_odd.Select(static name => KeyValuePair.Create(name, (JsonNode?)$"of {name}"))];

    private static string Text(JsonObject json, JavaScriptEncoder encoder) =>
        json.ToJsonString(new JsonSerializerOptions { Encoder = encoder });

    private static string Json(IEnumerable<int> numbers, Func<int, string> valueOf) =>
        $"{{{string.Join(',', numbers.Select(number => $"\"{Name(number)}\":{valueOf(number)}"))}}}";

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"a{number:00}b{number:00}c");

    private static string Value(int number) => (1000 + number).ToString(CultureInfo.InvariantCulture);

    private static T Parse<T>(string json, bool strict = false)
        where T : class, IConnectorModel<T> => ConnectorJson.Parse<T>(Encoding.UTF8.GetBytes(json), strict);

    private static string Save<T>(T model)
        where T : class, IConnectorModel<T> => Encoding.UTF8.GetString(ConnectorJson.ToUtf8Bytes(model));
}
