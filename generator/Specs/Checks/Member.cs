using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>What one member of an object holds: a single value, a list, or an object, and the shape of what is in it.</summary>
internal sealed class Member
{
    public static readonly Member Text = new(static value => IsSingle(value), "a single value");
    public static readonly Member Said = new(static value => value.GetValueKind() == JsonValueKind.String, "a text");
    public static readonly Member Flag = new(static value => IsFlag(value), "true or false");
    public static readonly Member Values = new(static value => value is JsonArray, "an array");
    public static readonly Member Texts = new(
        static value => value is JsonArray,
        "an array of texts",
        isRightItem: static item => item is JsonValue
    );

    private readonly Func<JsonNode, bool> _isRight;

    private Member(Func<JsonNode, bool> isRight, string expected, Shape? shape = null, Func<JsonNode?, bool>? isRightItem = null)
    {
        IsRightItem = isRightItem ?? (static _ => true);
        _isRight = isRight;
        Expected = expected;
        Shape = shape;
    }

    /// <summary>In words, as it ends a sentence.</summary>
    public string Expected { get; }

    /// <summary>The shape of the object, or of those that the list or map holds.</summary>
    public Shape? Shape { get; }

    /// <summary>Whether a list may hold this.</summary>
    public Func<JsonNode?, bool> IsRightItem { get; }

    /// <summary>The same of what the list holds.</summary>
    public string ExpectedItem => Shape is null ? "a single value" : "an object";

    public bool IsMap { get; private init; }

    public static Member One(Shape shape) => new(static value => value is JsonObject, "an object", shape);

    public static Member OneOrFlag(Shape shape) =>
        new(static value => value is JsonObject || IsFlag(value), "an object, true or false", shape);

    public static Member List(Shape shape) =>
        new(static value => value is JsonArray, "an array of objects", shape, static item => item is JsonObject);

    public static Member Map(Shape shape) => new(static value => value is JsonObject, "an object", shape) { IsMap = true };

    public bool IsRight(JsonNode value) => _isRight(value);

    private static bool IsSingle(JsonNode value) => value.GetValueKind() is not (JsonValueKind.Object or JsonValueKind.Array);

    private static bool IsFlag(JsonNode value) => IsSingle(value) && bool.TryParse(value.ToString(), out _);
}
