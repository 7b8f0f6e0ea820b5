using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits one file per type.</summary>
internal static class ModelEmitter
{
    public static void EmitModels(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ConnectorModel> connectors
    ) =>
        context.RegisterSourceOutput(
            connectors.SelectMany(static (connector, _) => connector.Types).WithTrackingName(TrackingNames.Models),
            static (output, type) => output.AddSource($"{type.Namespace}.{type.Name}.g.cs", Emit(type))
        );

    private static SourceText Emit(TypeModel type)
    {
        SourceWriter writer = new();
        writer.Line($"namespace {type.Namespace};");
        writer.Line();
        writer.Doc(type.Doc);
        switch (type)
        {
            case ObjectModel model:
                ObjectEmitter.Emit(writer, model);
                break;
            case EnumModel model:
                EnumEmitter.Emit(writer, model);
                break;
            case VariantModel model:
                VariantEmitter.Emit(writer, model);
                break;
        }

        return writer.ToSourceText();
    }
}
