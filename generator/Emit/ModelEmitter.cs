using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits the types, each in a file of its own unless there are very many.</summary>
internal static class ModelEmitter
{
    public static void EmitModels(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ConnectorModel> connectors
    ) =>
        context.RegisterSourceOutput(
            connectors.SelectMany(static (connector, _) => FileLayout.OfTypes(connector.Types)).WithTrackingName(TrackingNames.Models),
            static (output, file) => output.AddSource(file.HintName, Emit(file.Types))
        );

    private static SourceText Emit(EquatableArray<TypeModel> types)
    {
        SourceWriter writer = new();
        writer.Line($"namespace {types[0].Namespace};");
        foreach (TypeModel type in types)
        {
            writer.Line();
            Emit(writer, type);
        }

        return writer.ToSourceText();
    }

    private static void Emit(SourceWriter writer, TypeModel type)
    {
        writer.Doc(type.Doc);
        switch (type)
        {
            case ObjectModel model:
                ObjectEmitter.Emit(writer, model);
                break;
            case EnumModel { Kind: ValueKind.Enum } model:
                EnumEmitter.Emit(writer, model);
                break;
            case EnumModel model:
                NumberEnumEmitter.Emit(writer, model);
                break;
            case VariantModel model:
                VariantEmitter.Emit(writer, model);
                break;
        }
    }
}
