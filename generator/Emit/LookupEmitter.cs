using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits the methods that look something up by calling another method of the client.</summary>
internal static class LookupEmitter
{
    private const string CancellationToken = "global::System.Threading.CancellationToken";
    private const string Choices = "global::Azure.AsyncPageable<global::PowerConnectors.ConnectorChoice>";
    private const string Schema = "global::System.Threading.Tasks.Task<global::Azure.Response<global::System.Text.Json.JsonElement>>";

    public static void Emit(SourceWriter writer, LookupModel lookup)
    {
        ParameterModel[] parameters = [.. lookup.Operation.Parameters.Where(parameter => IsAsked(parameter, lookup))];
        EmitDoc(writer, lookup, parameters);
        string[] declared = [.. parameters.Select(OperationEmitter.Declare), $"{CancellationToken} cancellationToken = default"];
        bool isSchema = lookup.Kind == LookupKind.Schema;
        using (
            writer.Block($"public virtual {(isSchema ? $"async {Schema}" : Choices)} {lookup.MethodName}({string.Join(", ", declared)})")
        )
        {
            writer.Line(isSchema ? SelectSchema(lookup) : ListChoices(lookup));
        }
    }

    private static void EmitDoc(SourceWriter writer, LookupModel lookup, IEnumerable<ParameterModel> parameters)
    {
        writer.Doc(lookup.Doc);
        foreach (ParameterModel parameter in parameters)
        {
            writer.Parameter(parameter.Name, parameter.Doc);
        }

        writer.Line("/// <param name=\"cancellationToken\">Cancels the call.</param>");
        writer.Line(
            lookup.Kind == LookupKind.Schema
                ? "/// <returns>The schema.</returns>"
                : "/// <returns>The choices. The call is made when they are enumerated.</returns>"
        );
        writer.Line(
            "/// <exception cref=\"global::PowerConnectors.ConnectorRequestException\">The service answered with an error, with something else than the document says, or not at all.</exception>"
        );
        if (lookup.Operation.Obsolete is { } reason)
        {
            writer.Line($"[global::System.Obsolete({CSharpText.Literal(reason)})]");
        }
    }

    private static string SelectSchema(LookupModel lookup)
    {
        string answer = $"await {Call(lookup)}.ConfigureAwait(false)";
        return $"return SelectJson{Item(lookup)}({OperationName(lookup)}, {answer}{Write(lookup)}, {Path(lookup.ValuePath)});";
    }

    private static string ListChoices(LookupModel lookup)
    {
        string places = $"{Path(lookup.ValuePath)}, {Path(lookup.TitlePath)}";
        if (lookup.Operation.Result.Kind == ResultKind.Pages)
        {
            return $"return CreateChoices{Item(lookup)}({Call(lookup)}{Write(lookup)}, {places});";
        }

        // The token of the enumeration, which shadows the method's own.
        string call = $"async cancellationToken => await {Call(lookup)}.ConfigureAwait(false)";
        return $"return CreateChoices{Item(lookup)}({OperationName(lookup)}, {call}{Write(lookup)}, {Path(lookup.ItemsPath)}, {places}, cancellationToken);";
    }

    private static string Call(LookupModel lookup)
    {
        IEnumerable<string> arguments = lookup
            .Operation.Parameters.Where(static parameter => parameter.Constant is null)
            .Select(parameter => $"{parameter.Name}: {Argument(parameter, lookup)}");
        return $"{lookup.Operation.MethodName}({string.Join(", ", [.. arguments, "cancellationToken: cancellationToken"])})";
    }

    private static string Argument(ParameterModel parameter, LookupModel lookup)
    {
        if (IsAsked(parameter, lookup))
        {
            return parameter.Name;
        }

        string value = lookup.Constants.First(given => given.WireName == parameter.WireName).Value;
        return parameter.Type.Kind switch
        {
            ValueKind.String => CSharpText.Literal(value),
            ValueKind.Enum => $"new {TypeText.Name(parameter.Type)}({CSharpText.Literal(value)})",
            _ => value,
        };
    }

    private static bool IsAsked(ParameterModel parameter, LookupModel lookup) =>
        parameter.Constant is null && !lookup.Constants.Any(given => given.WireName == parameter.WireName);

    private static string OperationName(LookupModel lookup) => CSharpText.Literal(lookup.Operation.OperationId);

    private static string Item(LookupModel lookup) => lookup.Operation.Result.Type is { } type ? $"<{TypeText.Name(type)}>" : "";

    private static string Write(LookupModel lookup) => lookup.Operation.Result.Type is { } type ? $", {TypeText.WriteDelegate(type)}" : "";

    private static string Path(string? path) => path is null ? "null" : CSharpText.Literal(path);
}
