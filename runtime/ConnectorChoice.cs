using System.Text.Json;

namespace PowerConnectors;

/// <summary>One of the values that there are to choose from for a parameter or a member of a body, as the service lists them.</summary>
public sealed class ConnectorChoice
{
    /// <summary>Makes a choice.</summary>
    /// <param name="valueJson">The value as JSON.</param>
    /// <param name="title">What to show a person; <see langword="null"/> or empty for the value.</param>
    /// <exception cref="ArgumentException">The value is <see cref="JsonValueKind.Undefined"/>.</exception>
    public ConnectorChoice(JsonElement valueJson, string? title)
    {
        if (valueJson.ValueKind == JsonValueKind.Undefined)
        {
            throw new ArgumentException("The value is undefined.", nameof(valueJson));
        }

        ValueJson = valueJson;
        Value = valueJson.ValueKind == JsonValueKind.String ? valueJson.GetString()! : valueJson.GetRawText();
        Title = string.IsNullOrEmpty(title) ? Value : title;
    }

    /// <summary>What to pass: the text of a JSON string, and anything else as it stands in JSON, such as <c>42</c>.</summary>
    public string Value { get; }

    /// <summary>The same as the service sent it.</summary>
    public JsonElement ValueJson { get; }

    /// <summary>What to show a person; the value where the service has no title for it.</summary>
    public string Title { get; }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
