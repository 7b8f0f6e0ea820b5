using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits the client's methods: each builds a request and hands it to the runtime.</summary>
internal static class OperationEmitter
{
    private const string CancellationToken = "global::System.Threading.CancellationToken";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Pageable = "global::Azure.AsyncPageable";

    public static SourceText Emit(OperationGroupModel group)
    {
        SourceWriter writer = new();
        writer.Line($"namespace {group.Namespace};");
        writer.Line();
        using (writer.Block($"public partial class {group.ClientName}"))
        {
            for (int i = 0; i < group.Operations.Count; i++)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                Emit(writer, group.Operations[i]);
            }
        }

        return writer.ToSourceText();
    }

    private static void Emit(SourceWriter writer, OperationModel operation)
    {
        EmitDoc(writer, operation);
        if (operation.Obsolete is { } reason)
        {
            writer.Line($"[global::System.Obsolete({CSharpText.Literal(reason)})]");
        }

        string[] parameters = [.. operation.Parameters.Select(Declare), $"{CancellationToken} cancellationToken = default"];
        using (writer.Block($"public virtual {ReturnType(operation.Result)} {operation.MethodName}({string.Join(", ", parameters)})"))
        {
            EmitBodyCheck(writer, operation);
            string repeatable = operation.IsRepeatable ? ", isRepeatable: true" : "";
            writer.Line(
                $"global::PowerConnectors.Http.ConnectorRequest request = CreateRequest({CSharpText.Literal(operation.OperationId)}, global::System.Net.Http.HttpMethod.{operation.HttpMethod}{repeatable});"
            );
            foreach (PathPart part in operation.Path)
            {
                writer.Line(
                    part.Parameter is null
                        ? $"request.AppendPath({CSharpText.Literal(part.Text)});"
                        : $"request.AppendPathParameter({CSharpText.Literal(part.Parameter)}, {part.Value});"
                );
                if (part.IsSecret)
                {
                    writer.Line($"request.KeepSecret({part.Value});");
                }
            }

            foreach (ParameterModel parameter in operation.Parameters.Where(static parameter => parameter.Place != ParameterPlace.Path))
            {
                if (parameter.IsSecret)
                {
                    writer.Line($"request.KeepSecret({parameter.Name});");
                }

                writer.Line(Use(parameter));
            }

            writer.Line(Send(operation.Result));
        }
    }

    private static void EmitBodyCheck(SourceWriter writer, OperationModel operation)
    {
        foreach (
            ParameterModel body in operation.Parameters.Where(static parameter =>
                parameter is { Place: ParameterPlace.Body, IsRequired: true, Type.IsValueType: false }
            )
        )
        {
            writer.Line($"global::System.ArgumentNullException.ThrowIfNull({body.Name});");
        }
    }

    private static void EmitDoc(SourceWriter writer, OperationModel operation)
    {
        writer.Doc(operation.Doc);
        foreach (ParameterModel parameter in operation.Parameters)
        {
            writer.Parameter(parameter.Name, parameter.Doc);
        }

        writer.Line("/// <param name=\"cancellationToken\">Cancels the call.</param>");
        string text = (operation.Result.Description ?? "The service's answer").TrimEnd('.');
        string form = operation.Result.Kind switch
        {
            ResultKind.Pages => " Pages are fetched as they are asked for.",
            ResultKind.Value => " The content of the raw response is empty: it has been read into the value.",
            _ => "",
        };
        writer.Line($"/// <returns>{CSharpText.XmlLine(text)}.{form}</returns>");
        writer.Line(
            "/// <exception cref=\"global::PowerConnectors.ConnectorRequestException\">The service answered with an error, or not at all.</exception>"
        );
        if (operation.Parameters.Any(static parameter => parameter.IsRequired))
        {
            writer.Line(
                "/// <exception cref=\"global::System.ArgumentException\">A required argument, or a required member of the body, has no value.</exception>"
            );
        }
    }

    private static string Declare(ParameterModel parameter) =>
        $"{TypeText.Name(parameter.Type)}{(parameter.IsRequired ? "" : "?")} {parameter.Name}{(parameter.IsRequired ? "" : " = null")}";

    private static string ReturnType(ResultModel result) =>
        result.Kind switch
        {
            ResultKind.Empty => $"{Task}<global::Azure.Response>",
            ResultKind.Pages => $"{Pageable}<{TypeText.Name(result.Type!)}>",
            _ => $"{Task}<global::Azure.Response<{TypeText.Name(result.Type!)}>>",
        };

    private static string Use(ParameterModel parameter)
    {
        string name = CSharpText.Literal(parameter.WireName);
        if (parameter.Place == ParameterPlace.Body)
        {
            string write =
                parameter.Type.Kind == ValueKind.Model
                    ? ""
                    : $", {TypeText.WriteDelegate(parameter.Type, isNullable: !parameter.IsRequired)}";
            return $"request.SetBody({CSharpText.Literal(parameter.Name.TrimStart('@'))}, {parameter.Name}{write});";
        }

        string value =
            parameter.Type.Kind == ValueKind.Enum ? $"{parameter.Name}{(parameter.IsRequired ? "" : "?")}.ToString()" : parameter.Name;
        return parameter.IsRequired && parameter.Type.Kind is ValueKind.String or ValueKind.Enum
            ? $"request.RequireQuery({name}, {value});"
            : $"request.AppendQuery({name}, {value});";
    }

    private static string Send(ResultModel result)
    {
        string[] list =
            result.Kind == ResultKind.Pages
                ? [CSharpText.Literal(result.ItemsName!), result.NextLinkName is null ? "null" : CSharpText.Literal(result.NextLinkName)]
                : [];
        string method = result.Kind == ResultKind.Pages ? "CreatePageable" : "SendAsync";
        if (result.Kind == ResultKind.Empty)
        {
            return "return SendAsync(request, cancellationToken);";
        }

        TypeRef type = result.Type!;
        string[] read = type.Kind == ValueKind.Model ? [] : [TypeText.ReadDelegate(type)];
        return $"return {method}<{TypeText.Name(type)}>({string.Join(", ", ["request", .. list, .. read, "cancellationToken"])});";
    }
}
