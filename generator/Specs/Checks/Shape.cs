namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>What Swagger 2.0 says of the members of one kind of object: what each holds. Members that are not listed may hold anything.</summary>
internal sealed class Shape
{
    public static readonly Shape Schema = NewSchema(Member.Text);

    /// <summary>What the service sends to a webhook: the one extension that holds a schema.</summary>
    public const string NotificationKey = "x-ms-notification-content";

    public static readonly Shape Parameter = new()
    {
        ["$ref"] = Member.Said,
        ["name"] = Member.Text,
        ["in"] = Member.Text,
        ["type"] = Member.Text,
        ["format"] = Member.Text,
        ["collectionFormat"] = Member.Text,
        ["description"] = Member.Said,
        ["required"] = Member.Flag,
        ["allowEmptyValue"] = Member.Flag,
        ["enum"] = Member.Values,
        ["schema"] = Member.One(Schema),
        ["items"] = Member.One(Schema),
    };

    public static readonly Shape Response = new()
    {
        ["$ref"] = Member.Said,
        ["description"] = Member.Said,
        ["schema"] = Member.One(Schema),
        ["headers"] = Member.Map(Schema),
    };

    private static readonly Shape Operation = new()
    {
        ["operationId"] = Member.Text,
        ["summary"] = Member.Said,
        ["description"] = Member.Said,
        ["tags"] = Member.Texts,
        ["consumes"] = Member.Texts,
        ["produces"] = Member.Texts,
        ["schemes"] = Member.Texts,
        ["deprecated"] = Member.Flag,
        ["externalDocs"] = Member.One(new Shape { ["url"] = Member.Text, ["description"] = Member.Said }),
        ["parameters"] = Member.List(Parameter),
        ["responses"] = Member.Map(Response),
    };

    private static readonly Shape PathItem = new()
    {
        ["get"] = Member.One(Operation),
        ["put"] = Member.One(Operation),
        ["post"] = Member.One(Operation),
        ["delete"] = Member.One(Operation),
        ["options"] = Member.One(Operation),
        ["head"] = Member.One(Operation),
        ["patch"] = Member.One(Operation),
        ["parameters"] = Member.List(Parameter),
        [NotificationKey] = Member.One(new Shape { ["description"] = Member.Said, ["schema"] = Member.One(Schema) }),
    };

    public static readonly Shape Document = new()
    {
        ["info"] = Member.One(
            new Shape
            {
                ["title"] = Member.Text,
                ["version"] = Member.Text,
                ["description"] = Member.Said,
            }
        ),
        ["host"] = Member.Text,
        ["basePath"] = Member.Text,
        ["schemes"] = Member.Texts,
        ["consumes"] = Member.Texts,
        ["produces"] = Member.Texts,
        ["tags"] = Member.List(new Shape { ["name"] = Member.Text, ["description"] = Member.Said }),
        ["paths"] = Member.Map(PathItem),
        ["definitions"] = Member.Map(Schema),
        ["parameters"] = Member.Map(Parameter),
        ["responses"] = Member.Map(Response),
    };

    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);

    /// <summary>Whether it is that of a schema: schemas may have any name, that of an extension too.</summary>
    public bool IsSchema { get; private init; }

    internal Member this[string name]
    {
        set => _members[name] = value;
    }

    /// <summary>What both versions say of schemas, which hold schemas.</summary>
    public static Shape NewSchema(Member discriminator)
    {
        Shape schema = new()
        {
            IsSchema = true,
            ["$ref"] = Member.Said,
            ["title"] = Member.Text,
            ["description"] = Member.Said,
            ["format"] = Member.Text,
            ["pattern"] = Member.Text,
            ["discriminator"] = discriminator,
            ["required"] = Member.Texts,
            ["enum"] = Member.Values,
            ["readOnly"] = Member.Flag,
        };
        schema["properties"] = Member.Map(schema);
        schema["items"] = Member.One(schema);
        schema["allOf"] = Member.List(schema);
        schema["additionalProperties"] = Member.OneOrFlag(schema);
        return schema;
    }

    public Member? Find(string name) => _members.TryGetValue(name, out Member? member) ? member : null;
}
