using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits the serializer context, which the client itself never uses.</summary>
internal static class JsonContextEmitter
{
    private const string Info = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    private const string Options = "global::System.Text.Json.JsonSerializerOptions";

    public static void EmitJsonContexts(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ConnectorModel> connectors
    ) =>
        context.RegisterSourceOutput(
            connectors.Select(static (connector, _) => connector.JsonContext).WithTrackingName(TrackingNames.JsonContexts),
            static (output, model) => output.AddSource(FileLayout.HintName($"{model.Namespace}.{model.Name}"), Emit(model))
        );

    private static SourceText Emit(JsonContextModel context)
    {
        SourceWriter writer = new();
        string owner = context.ClientName is { } client ? $"<see cref=\"{client}\"/>" : "the connector";
        writer.Lines(
            $$"""
            namespace {{context.Namespace}};

            /// <summary>Hands the models of {{owner}} to System.Text.Json: for saving, ASP.NET Core, and resolver chains.</summary>
            """
        );
        using (
            writer.Block(
                $"{TypeText.Access(context.IsInternal)} sealed partial class {context.Name} : {TypeText.Json}::ConnectorJsonContext"
            )
        )
        {
            writer.Lines(
                $$"""
                /// <summary>Makes a context with options of its own.</summary>
                /// <param name="options">How to write, such as indented; null for the defaults. The context owns them from then on.</param>
                public {{context.Name}}({{Options}}? options = null)
                    : base(options) { }

                /// <summary>The context with the default options.</summary>
                public static {{context.Name}} Default => field ??= new();
                """
            );
            foreach (ContractModel model in context.Models)
            {
                writer.Line();
                string type = $"global::{context.Namespace}.{model.TypeName}";
                writer.Line($"/// <summary>The contract of <see cref=\"{type}\"/>.</summary>");
                writer.Line($"public {Info}<{type}> {model.PropertyName} => GetInfo(ref field);");
            }

            writer.Line();
            writer.Line("/// <inheritdoc/>");
            using (
                writer.Block(
                    $"protected override {Info}? CreateTypeInfo(global::System.Type model, global::System.Type type, {Options} options)"
                )
            )
            {
                // Comparisons, not a table: the AOT compiler drops those with types that a program never makes, and the models behind them.
                foreach (ContractModel model in context.Models)
                {
                    string type = $"global::{context.Namespace}.{model.TypeName}";
                    writer.Line($"if (model == typeof({type})) return CreateInfo<{type}>(type, options);");
                }

                writer.Line();

                writer.Line("return null;");
            }
        }

        return writer.ToSourceText();
    }
}
