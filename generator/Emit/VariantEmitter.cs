using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits the array or the dictionary of elements that come as either.</summary>
internal static class VariantEmitter
{
    public static void Emit(SourceWriter writer, VariantModel model)
    {
        string element = TypeText.Name(model.Element);
        string @base = $"{TypeText.Json}::{(model.IsArray ? "VariantArray" : "VariantDictionary")}<{element}>";
        writer.Line(TypeText.ConverterAttribute("ModelConverter", model.Name));
        using (
            writer.Block(
                $"{TypeText.Access(model.IsInternal)} sealed partial class {model.Name} : {@base}, {ModelInterface.Of(model.Name)}"
            )
        )
        {
            if (model.IsArray)
            {
                EmitToDictionary(writer, element, TypeText.Name(model.Other));
            }
            else
            {
                EmitToArray(writer, TypeText.Name(model.Other));
            }

            writer.Line();
            ModelInterface.Emit(writer, model.Name);
        }
    }

    private static void EmitToDictionary(SourceWriter writer, string element, string dictionary) =>
        writer.Lines(
            $$"""
            /// <summary>The same elements by alias: the one that an element was read with, else the one that the service derives from its id.</summary>
            /// <returns>A new dictionary of the same elements.</returns>
            /// <exception cref="global::System.InvalidOperationException">Two elements have one alias, or an element has none.</exception>
            public {{dictionary}} ToDictionary() => CopyTo(new {{dictionary}}());

            /// <summary>The same elements by the aliases that the caller gives them.</summary>
            /// <param name="keySelector">Gives an element its alias.</param>
            /// <returns>A new dictionary of the same elements.</returns>
            /// <exception cref="global::System.InvalidOperationException">Two elements have one alias.</exception>
            public {{dictionary}} ToDictionary(global::System.Func<{{element}}, string> keySelector)
            {
                global::System.ArgumentNullException.ThrowIfNull(keySelector);
                return CopyTo(new {{dictionary}}(), keySelector);
            }
            """
        );

    private static void EmitToArray(SourceWriter writer, string array) =>
        writer.Lines(
            $$"""
            /// <summary>The same elements as an array, which carries no aliases: the service derives them from the elements' ids.</summary>
            /// <returns>A new array of the same elements.</returns>
            /// <exception cref="global::System.InvalidOperationException">The service would not derive the same aliases; the message lists them.</exception>
            public {{array}} ToArray() => CopyTo(new {{array}}());
            """
        );
}
