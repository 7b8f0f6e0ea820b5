using System.Reflection;
using System.Text;
using Azure;
using PowerConnectors.Json;
using ShapeSamples;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Schemas that are put together from others, or leave out what they are.</summary>
public class ShapeTests
{
    [Fact]
    public void Allof_has_the_members_of_all_parts_and_the_nearest_counts()
    {
        const string Json = """{"kind":"Cat","age":4,"mood":"Happy","lives":9,"friend":{"kind":"Cat","lives":7},"colour":"grey"}""";

        Cat cat = ConnectorJson.Parse<Cat>(Encoding.UTF8.GetBytes(Json));

        Assert.Equal("Cat", cat.Kind);
        Assert.Equal(4L, cat.Age);
        Assert.Equal(9, cat.Lives);
        Assert.Equal(7, cat.Friend?.Lives);
        Assert.Equal("grey", cat.Json["colour"].GetString());
        JsonAssert(Json, cat);
    }

    [Fact]
    public void A_base_keeps_what_its_kinds_add()
    {
        const string Json = """{"kind":"Cat","lives":9,"friend":{"x":[1.0]}}""";

        JsonAssert(Json, ConnectorJson.Parse<Pet>(Encoding.UTF8.GetBytes(Json)));
    }

    [Theory]
    [InlineData("""{"kind":"Cat","mood":null}""")]
    [InlineData("""{"kind":"Cat","mood":""}""")]
    [InlineData("""{"kind":"Cat","mood":"Sleepy"}""")]
    public void Null_among_the_values_of_an_enumeration_is_no_value(string json)
    {
        JsonAssert(json, ConnectorJson.Parse<Pet>(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(
            ["Happy", "Empty"],
            typeof(PetMood).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(static property => property.Name)
        );
    }

    [Fact]
    public void A_definition_that_stands_for_another_is_no_second_class()
    {
        Assert.Null(typeof(Cat).Assembly.GetType("ShapeSamples.AnyCat"));
        Assert.Equal(
            typeof(Cat),
            typeof(ShapeSamplesClient).GetMethod(nameof(ShapeSamplesClient.PutPetAsync))?.GetParameters()[0].ParameterType
        );
    }

    [Fact]
    public void A_list_is_found_behind_allof() =>
        Assert.Equal(
            typeof(AsyncPageable<Pet>),
            typeof(ShapeSamplesClient).GetMethod(nameof(ShapeSamplesClient.ListPetsAsync))?.ReturnType
        );

    private static void JsonAssert<T>(string expected, T model)
        where T : ConnectorModel, IConnectorModel<T> =>
        Assert.True(
            System.Text.Json.Nodes.JsonNode.DeepEquals(
                System.Text.Json.Nodes.JsonNode.Parse(expected),
                System.Text.Json.Nodes.JsonNode.Parse(ConnectorJson.ToUtf8Bytes(model))
            )
        );
}
