using System.Text;
using System.Text.Json;
using PowerConnectors.Json;

namespace PowerConnectors.Operations.Tests;

/// <summary>What bodies carry beside what callers set: defaults of hidden members, and members that the document does not name.</summary>
public sealed class ParcelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hidden_members_are_sent_with_their_defaults()
    {
        Assert.Equal(
            """{"kind":"or\u0022der","count":7,"name":"n","parts":{"flag":true}}""",
            await SendAsync(new Parcel { Name = "n", Parts = new() })
        );
    }

    [Fact]
    public async Task What_is_set_or_null_is_sent_in_place_of_a_default()
    {
        Parcel parcel = new()
        {
            Name = "n",
            Kind = "mine",
            Count = 0,
            Parts = new() { Flag = false },
        };
        Parcel withNull = Parse("""{"name":"n","count":null}""");
        withNull.Json.SetNull("kind");

        Assert.Equal("""{"kind":"mine","count":0,"name":"n","parts":{"flag":false}}""", await SendAsync(parcel));
        Assert.Equal("""{"kind":null,"count":null,"name":"n"}""", await SendAsync(withNull));
    }

    [Fact]
    public async Task A_default_of_a_hidden_member_joins_what_was_read_only_when_it_is_sent()
    {
        Parcel read = Parse("""{"name":"n","count":1.5}""");

        Assert.Null(read.Kind);
        Assert.Equal("""{"count":1.5,"name":"n"}""", Save(read));
        Assert.Equal("""{"kind":"or\u0022der","count":1.5,"name":"n"}""", await SendAsync(read));
    }

    [Fact]
    public void Members_without_a_name_in_the_document_have_its_type()
    {
        Parcel read = Parse("""{"name":"n","sizes":{"a":1,"unit":"cm","b":"2","c":3,"d":null}}""");
        AdditionalMembers<int> sizes = read.Sizes!.AdditionalProperties;

        Assert.Equal([KeyValuePair.Create("a", 1), KeyValuePair.Create("c", 3)], sizes);
        Assert.Equal(3, sizes["c"]);
        Assert.All(["b", "d", "unit", "none"], name => Assert.False(sizes.TryGetValue(name, out _)));
        Assert.All(["b", "d", "unit", "none"], name => Assert.Throws<KeyNotFoundException>(() => sizes[name]));
        Assert.False(sizes.Remove("b"));
        Assert.Throws<ArgumentException>(() => sizes["unit"] = 1);
        Assert.Equal("""{"name":"n","sizes":{"unit":"cm","a":1,"b":"2","c":3,"d":null}}""", Save(read));

        sizes["a"] = 10;
        sizes["e"] = 5;
        Assert.True(sizes.Remove("c"));

        Assert.Equal("""{"name":"n","sizes":{"unit":"cm","b":"2","d":null,"a":10,"e":5}}""", Save(read));
    }

    [Fact]
    public async Task Members_without_a_name_in_the_document_are_sent()
    {
        Parcel parcel = new()
        {
            Name = "n",
            Kind = "k",
            Count = 1,
            Sizes = new() { AdditionalProperties = { ["a"] = 1 } },
            Notes = new() { AdditionalProperties = { ["b"] = new() { Text = "t" } } },
        };
        parcel.Notes.AdditionalProperties["b"].Text = "of a copy";

        Assert.Equal("""{"kind":"k","count":1,"name":"n","sizes":{"a":1},"notes":{"b":{"text":"t"}}}""", await SendAsync(parcel));
        Assert.Equal("t", parcel.Notes.AdditionalProperties["b"].Text);
        Assert.Equal(JsonValueKind.Object, parcel.Notes.Json["b"].ValueKind);
    }

    private static async Task<string> SendAsync(Parcel parcel)
    {
        await using FormsService service = await FormsService.StartAsync();
        await service.Client.PutParcelAsync(parcel, Token);
        return Encoding.UTF8.GetString(service.Request.Body);
    }

    private static Parcel Parse(string json) => ConnectorJson.Parse<Parcel>(Encoding.UTF8.GetBytes(json));

    private static string Save(Parcel parcel) => Encoding.UTF8.GetString(ConnectorJson.ToUtf8Bytes(parcel));
}
