using System.Text.Json.Nodes;
using PowerConnectors.Corpus.Tests.Calling;

namespace PowerConnectors.Corpus.Tests.Checking;

/// <summary>Compares what was sent for one parameter with what was passed.</summary>
internal sealed class ParameterCheck(JsonObject parameter, IReadOnlyList<Argument> arguments)
{
    private readonly string _name = parameter["name"]!.ToString();

    /// <param name="sent">The values at the parameter's place, decoded.</param>
    public IEnumerable<string> Problems(IReadOnlyList<string> sent)
    {
        Argument[] own = Own();
        bool isInternal = parameter["x-ms-visibility"]?.ToString() == "internal";
        if (sent.Count == 0)
        {
            // What is neither asked for nor given a value in the document cannot be sent.
            if (own.Length > 0 || parameter["required"]?.ToString() == "true" || (isInternal && parameter["default"] is not null))
            {
                yield return $"the {parameter["in"]} parameter '{_name}' is not sent";
            }
        }
        else if (
            own.Length == 1
                ? !WireText.Is(own[0].Value, sent, parameter)
                : !arguments.Any(argument => WireText.Is(argument.Value, sent, parameter))
        )
        {
            if (own.Length > 0 || !isInternal || !IsDefault(sent))
            {
                yield return $"the {parameter["in"]} parameter '{_name}' is sent as '{string.Join("', '", sent)}'";
            }
        }
    }

    // Where two parameters have the same name in C#, one has its place or a hexadecimal number behind it. Of those with a number, either may be meant.
    private Argument[] Own() =>
        Plain(_name).Length == 0 ? []
        : WithPlace() is { Length: > 0 } placed ? placed
        : [.. arguments.Where(argument => Plain(argument.Name) == Plain(_name) || Plain(WithoutNumber(argument.Name)) == Plain(_name))];

    private Argument[] WithPlace() => [.. arguments.Where(argument => Plain(argument.Name) == Plain($"{_name}{parameter["in"]}"))];

    private static string WithoutNumber(string name) =>
        name.LastIndexOf('_') is > 0 and var end && name[(end + 1)..].All(char.IsAsciiHexDigitLower) ? name[..end] : name;

    private bool IsDefault(IReadOnlyList<string> sent) =>
        parameter["default"] is { } value
        && sent.Count == 1
        && string.Equals(value.ToString(), sent[0], StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
