using System.Text.Json.Nodes;

namespace PowerConnectors.Emulator.Answers;

/// <summary>What an operation answers: a status, and a JSON body unless it is empty.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null)
{
    public static Answer Empty { get; } = new(StatusCodes.Status200OK);

    public static Answer NoContent { get; } = new(StatusCodes.Status204NoContent);

    public static Answer Accepted { get; } = new(StatusCodes.Status202Accepted);

    public static Answer Ok(JsonNode body) => new(StatusCodes.Status200OK, body);

    public static Answer Created(JsonNode body) => new(StatusCodes.Status201Created, body);
}
