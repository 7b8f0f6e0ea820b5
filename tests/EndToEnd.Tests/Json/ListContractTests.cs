using System.Text.Json;
using PowerAutomateManagement;

namespace PowerConnectors.EndToEnd.Tests.Json;

/// <summary>Lists of models in the hands of System.Text.Json, with the generated context alone.</summary>
public class ListContractTests
{
    private const string Json = """[{"name":"a","plan":1.0},{"name":null}]""";

    [Theory]
    [InlineData(typeof(List<AdminFlow>))]
    [InlineData(typeof(AdminFlow[]))]
    [InlineData(typeof(IList<AdminFlow>))]
    [InlineData(typeof(IReadOnlyList<AdminFlow>))]
    public void A_list_is_read_and_written(Type type)
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = PowerAutomateManagementJsonContext.Default };

        object? read = JsonSerializer.Deserialize(Json, options.GetTypeInfo(type));

        Assert.Equal(2, Assert.IsAssignableFrom<IEnumerable<AdminFlow>>(read).Count());
        Assert.Equal(Json, JsonSerializer.Serialize(read, options.GetTypeInfo(type)));
        Assert.Equal(Json, JsonSerializer.Serialize(read, type, PowerAutomateManagementJsonContext.Default));
    }

    [Fact]
    public async Task A_list_is_streamed_item_by_item()
    {
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(Json));

        List<AdminFlow?> read = await JsonSerializer
            .DeserializeAsyncEnumerable(stream, PowerAutomateManagementJsonContext.Default.AdminFlow, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["a", null], read.Select(static flow => flow?.Name));
    }
}
