using PowerConnectors.Generator.Specs.Checks;

namespace PowerConnectors.Generator.Specs.OpenApi3;

/// <summary>What OpenAPI 3.0 says of the members of its objects, as <see cref="Shape"/> has it of Swagger 2.0.</summary>
internal static class DocumentShape
{
    private static readonly Shape Schema = NewSchema();

    private static readonly Shape MediaType = new()
    {
        ["schema"] = Member.One(Schema),
        ["encoding"] = Member.Map(new Shape { ["style"] = Member.Text, ["explode"] = Member.Flag }),
    };

    private static readonly Shape Parameter = new()
    {
        ["$ref"] = Member.Text,
        ["name"] = Member.Text,
        ["in"] = Member.Text,
        ["description"] = Member.Said,
        ["required"] = Member.Flag,
        ["deprecated"] = Member.Flag,
        ["style"] = Member.Text,
        ["explode"] = Member.Flag,
        ["schema"] = Member.One(Schema),
        ["content"] = Member.Map(MediaType),
    };

    private static readonly Shape RequestBody = new()
    {
        ["$ref"] = Member.Text,
        ["description"] = Member.Said,
        ["required"] = Member.Flag,
        ["content"] = Member.Map(MediaType),
    };

    private static readonly Shape Response = new()
    {
        ["$ref"] = Member.Text,
        ["description"] = Member.Said,
        ["content"] = Member.Map(MediaType),
    };

    private static readonly Shape Server = new()
    {
        ["url"] = Member.Text,
        ["description"] = Member.Said,
        ["variables"] = Member.Map(new Shape { ["default"] = Member.Text }),
    };

    private static readonly Shape Operation = new()
    {
        ["operationId"] = Member.Text,
        ["summary"] = Member.Said,
        ["description"] = Member.Said,
        ["tags"] = Member.Texts,
        ["deprecated"] = Member.Flag,
        ["servers"] = Member.List(Server),
        ["parameters"] = Member.List(Parameter),
        ["requestBody"] = Member.One(RequestBody),
        ["responses"] = Member.Map(Response),
    };

    public static readonly Shape Document = new()
    {
        ["servers"] = Member.List(Server),
        ["paths"] = Member.Map(
            new Shape
            {
                ["get"] = Member.One(Operation),
                ["put"] = Member.One(Operation),
                ["post"] = Member.One(Operation),
                ["delete"] = Member.One(Operation),
                ["options"] = Member.One(Operation),
                ["head"] = Member.One(Operation),
                ["patch"] = Member.One(Operation),
                ["trace"] = Member.One(Operation),
                ["servers"] = Member.List(Server),
                ["parameters"] = Member.List(Parameter),
            }
        ),
        ["components"] = Member.One(
            new Shape
            {
                ["schemas"] = Member.Map(Schema),
                ["parameters"] = Member.Map(Parameter),
                ["requestBodies"] = Member.Map(RequestBody),
                ["responses"] = Member.Map(Response),
                ["securitySchemes"] = Member.Map(new Shape()),
            }
        ),
    };

    private static Shape NewSchema()
    {
        Shape schema = Shape.NewSchema(Member.One(new Shape { ["propertyName"] = Member.Text }));
        schema["nullable"] = Member.Flag;
        schema["deprecated"] = Member.Flag;
        schema["oneOf"] = Member.List(schema);
        schema["anyOf"] = Member.List(schema);
        return schema;
    }
}
