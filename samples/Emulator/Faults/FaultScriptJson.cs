using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PowerConnectors.Emulator.Faults;

/// <summary>Scripts as JSON, and what is said of JSON that is none.</summary>
internal static class FaultScriptJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    private const string PathMark = " Path: ";

    private static readonly IEnumerable<object?> Kinds = typeof(EmulatorFault)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .Select(type => type.TypeDiscriminator);

    public static string Write(FaultScript script) => JsonSerializer.Serialize(script, Options);

    public static FaultScript Read(string json)
    {
        FaultScript script;
        try
        {
            script =
                JsonSerializer.Deserialize<FaultScript>(json, Options) ?? throw new JsonException("A script is an object.", "$", 0, null);
        }
        catch (JsonException exception)
        {
            throw Wrong(exception.Path, exception.LineNumber, exception);
        }
        catch (NotSupportedException exception)
        {
            // A fault without its kind; the reader has no other way to say so.
            throw Wrong(PathOf(exception.Message), lineNumber: null, exception);
        }

        return FaultScriptCheck.Find(script) is { } problem ? throw new FormatException(problem) : script;
    }

    private static FormatException Wrong(string? path, long? lineNumber, Exception exception)
    {
        var line = lineNumber is { } number ? FormattableString.Invariant($", line {number + 1}") : "";
        var reason = exception.Message.Split(PathMark)[0].Replace(typeof(FaultScript).Namespace + ".", "", StringComparison.Ordinal);
        var kinds = path?.EndsWith(".fault", StringComparison.Ordinal) == true ? $" The kinds are {string.Join(", ", Kinds)}." : "";
        return new FormatException($"The fault script is wrong at {path ?? "$"}{line}: {reason}{kinds}", exception);
    }

    private static string PathOf(string message) => message.Split(PathMark) is [_, var rest, ..] ? rest.Split(" | ")[0] : "$";
}
