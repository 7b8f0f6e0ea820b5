using System.Text.Json;
using PowerConnectors.Json;

namespace PowerConnectors.Http;

public sealed partial class ConnectorRequest
{
    /// <summary>Writes a model as a form: a field for each of its members.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <param name="model">The model; <see langword="null"/> for a request without a body.</param>
    /// <param name="hasParts">Whether each field is a part of its own.</param>
    /// <exception cref="ArgumentException">The model must not be sent as it is; the message names the JSON path.</exception>
    public void SetForm<T>(string parameter, T? model, bool hasParts)
        where T : class, IConnectorModel<T> => SetForm(parameter, model, static (writer, value) => writer.WriteModel(value), hasParts);

    /// <summary>Writes a value that is no model as a form: a field for each of its members.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="parameter">The name of the C# parameter, for exceptions.</param>
    /// <param name="value">The value; <see langword="null"/> for a request without a body.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="hasParts">Whether each field is a part of its own.</param>
    /// <exception cref="ArgumentException">The value is no object, or must not be sent as it is; the message names the JSON path.</exception>
    public void SetForm<T>(string parameter, T? value, WriteValue<T> write, bool hasParts)
    {
        SetBody(parameter, value, write);
        if (Body is not { } json)
        {
            return;
        }

        Body = null;
        using JsonDocument document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"{OperationName} was not sent. A form needs an object, whose members are its fields.", parameter);
        }

        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            Action<string, object?> append = hasParts ? AppendPart : AppendField;
            append(member.Name, FieldText(member.Value));
        }
    }

    // What is no single value has no form of its own in a field, and stays JSON.
    private static string? FieldText(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        };
}
