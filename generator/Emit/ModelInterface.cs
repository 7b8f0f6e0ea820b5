namespace PowerConnectors.Generator.Emit;

/// <summary>Emits what the runtime asks of a model: to be made without values.</summary>
internal static class ModelInterface
{
    public static string Of(string model) => $"{TypeText.Json}::IConnectorModel<{model}>";

    public static void Emit(SourceWriter writer, string model, string initializer = "") =>
        writer.Line($"static {model} {Of(model)}.Create() => new(){initializer};");
}
