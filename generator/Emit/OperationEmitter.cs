using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Model;

namespace PowerConnectors.Generator.Emit;

/// <summary>Emits the client's methods: each builds a request and hands it to the runtime.</summary>
internal static class OperationEmitter
{
    private const string CancellationToken = "global::System.Threading.CancellationToken";
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Content = "global::System.BinaryData";
    private const string Pageable = "global::Azure.AsyncPageable";

    public static SourceText Emit(OperationGroupModel group)
    {
        SourceWriter writer = new();
        writer.Line($"namespace {group.Namespace};");
        writer.Line();
        using (writer.Block($"{TypeText.Access(group.IsInternal)} partial class {group.ClientName}"))
        {
            for (int i = 0; i < group.Operations.Count; i++)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                Emit(writer, group.Operations[i]);
            }

            foreach (LookupModel lookup in group.Lookups)
            {
                writer.Line();
                LookupEmitter.Emit(writer, lookup);
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

        string[] parameters =
        [
            .. operation.Parameters.Where(IsVisible).Select(Declare),
            .. operation.Result.Kind == ResultKind.Poll ? ["string? continuationToken = null"] : Array.Empty<string>(),
            $"{CancellationToken} cancellationToken = default",
        ];
        using (writer.Block($"public virtual {ReturnType(operation.Result)} {operation.MethodName}({string.Join(", ", parameters)})"))
        {
            EmitBodyCheck(writer, operation);
            string repeatable = operation.IsRepeatable ? ", isRepeatable: true" : "";
            writer.Line(
                $"var request = CreateRequest({CSharpText.Literal(operation.OperationId)}, global::System.Net.Http.HttpMethod.{operation.HttpMethod}{repeatable});"
            );
            foreach (PathPart part in operation.Path)
            {
                writer.Line(UseInPath(part));
                if (part.IsSecret)
                {
                    writer.Line($"request.KeepSecret({part.Value});");
                }
            }

            foreach (
                ParameterModel body in operation.Parameters.Where(static parameter =>
                    parameter is { Place: ParameterPlace.Body, MediaType: not null }
                )
            )
            {
                writer.Line($"request.AppendHeader(\"Content-Type\", {CSharpText.Literal(body.MediaType!)});");
            }

            foreach (ParameterModel parameter in operation.Parameters.Where(static parameter => parameter.Place != ParameterPlace.Path))
            {
                if (parameter is { IsSecret: true, Constant: null, Type.Kind: ValueKind.String })
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
                parameter is { IsRequired: true, Constant: null, Type.IsValueType: false }
                && (parameter.Type.Kind is ValueKind.List or ValueKind.Uri or ValueKind.Bytes || parameter.Place >= ParameterPlace.Body)
            )
        )
        {
            writer.Line($"global::System.ArgumentNullException.ThrowIfNull({body.Name});");
        }
    }

    private static void EmitDoc(SourceWriter writer, OperationModel operation)
    {
        writer.Doc(operation.Doc);
        foreach (ParameterModel parameter in operation.Parameters.Where(IsVisible))
        {
            writer.Parameter(parameter.Name, parameter.Doc);
        }

        if (operation.Result.Kind == ResultKind.Poll)
        {
            writer.Line(
                "/// <param name=\"continuationToken\">The ContinuationToken of the poll before this one; null for the first.</param>"
            );
        }

        writer.Line("/// <param name=\"cancellationToken\">Cancels the call.</param>");
        string text = (operation.Result.Description ?? "The service's answer").TrimEnd('.');
        string form = operation.Result.Kind switch
        {
            ResultKind.Pages => " Pages are fetched as they are asked for.",
            ResultKind.Stream => " Dispose the stream: that frees the connection. The client's time limit ends with the headers.",
            ResultKind.Value when operation.Result.IsOptional => " Not every answer has a value: HasValue says so.",
            ResultKind.Poll => " If nothing has happened, there are no items. Poll again, with the token, no sooner than RetryAfter says.",
            ResultKind.Value => " The content of the raw response is empty: it has been read into the value.",
            _ => "",
        };
        string see = operation.Result.SeeMethod is { } method ? $" Its schema: <see cref=\"{method}\"/>." : "";
        writer.Line($"/// <returns>{CSharpText.XmlLine(text)}.{form}{see}</returns>");
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

    internal static string Declare(ParameterModel parameter) =>
        $"{TypeText.Name(parameter.Type)}{(parameter.IsRequired ? "" : "?")} {parameter.Name}{(parameter.IsRequired ? "" : " = null")}";

    private static string ReturnType(ResultModel result) =>
        result.Kind switch
        {
            ResultKind.Empty => $"{Task}<global::Azure.Response>",
            ResultKind.Pages => $"{Pageable}<{TypeText.Name(result.Type!)}>",
            ResultKind.Poll =>
                $"{Task}<global::PowerConnectors.ConnectorPoll<{(result.Type is { } item ? TypeText.Name(item) : Content)}>>",
            ResultKind.Text => $"{Task}<global::Azure.Response<string>>",
            ResultKind.Stream => $"{Task}<global::Azure.Response<global::System.IO.Stream>>",
            _ when result.IsOptional => $"{Task}<global::Azure.NullableResponse<{TypeText.Name(result.Type!)}>>",
            _ => $"{Task}<global::Azure.Response<{TypeText.Name(result.Type!)}>>",
        };

    private static string Use(ParameterModel parameter)
    {
        string name = CSharpText.Literal(parameter.WireName);
        if (parameter.Place is ParameterPlace.Body or ParameterPlace.Form)
        {
            string write =
                parameter.Type.Kind == ValueKind.Model
                    ? ""
                    : $", {TypeText.WriteDelegate(parameter.Type, isNullable: !parameter.IsRequired)}";
            bool hasParts = parameter.MediaType?.StartsWith("multipart/", StringComparison.Ordinal) == true;
            string form = parameter.Place == ParameterPlace.Form ? $", hasParts: {(hasParts ? "true" : "false")}" : "";
            return $"request.Set{parameter.Place}({CSharpText.Literal(parameter.Name.TrimStart('@'))}, {parameter.Name}{write}{form});";
        }

        string parameterName = CSharpText.Literal(parameter.Name.TrimStart('@'));
        return parameter.Place switch
        {
            ParameterPlace.Content => $"request.SetContent({parameterName}, {parameter.Name}, {CSharpText.Literal(parameter.MediaType!)});",
            ParameterPlace.Text => $"request.SetText({parameterName}, {parameter.Name}, {CSharpText.Literal(parameter.MediaType!)});",
            ParameterPlace.Part when parameter.Type.Kind == ValueKind.File => $"request.AppendFile({name}, {parameter.Name});",
            ParameterPlace.Part when parameter.Type.Item?.Kind == ValueKind.File => $"request.AppendFileEach({name}, {parameter.Name});",
            ParameterPlace.Query => UseInQuery(parameter, name),
            ParameterPlace place when parameter.ListForm == ListForm.Each => $"request.Append{place}Each({name}, {parameter.Name});",
            ParameterPlace.Header when parameter is { IsRequired: true, Constant: null, ListForm: ListForm.None } =>
                $"request.RequireHeader({name}, {parameter.Name});",
            ParameterPlace place => $"request.Append{place}({name}, {Value(parameter, name)});",
        };
    }

    private static string UseInQuery(ParameterModel parameter, string name)
    {
        if (parameter.Constant is not null || parameter.ListForm != ListForm.None)
        {
            return parameter.ListForm == ListForm.Each
                ? $"request.AppendQueryEach({name}, {parameter.Name});"
                : $"request.AppendQuery({name}, {Value(parameter, name)});";
        }

        string value = parameter.Type.IsEnum ? $"{parameter.Name}{(parameter.IsRequired ? "" : "?")}.ToString()" : parameter.Name;
        return parameter.IsRequired && (parameter.Type.Kind == ValueKind.String || parameter.Type.IsEnum)
            ? $"request.RequireQuery({name}, {value});"
            : $"request.AppendQuery({name}, {value});";
    }

    private static string UseInPath(PathPart part)
    {
        if (part.Parameter is null)
        {
            return $"request.AppendPath({CSharpText.Literal(part.Text)});";
        }

        string name = CSharpText.Literal(part.Parameter);
        string value = part.ListForm == ListForm.None ? part.Value! : $"request.Join({name}, {part.Value}, {Separator(part.ListForm)})!";
        return $"request.Append{(part.IsTwiceEncoded ? "TwiceEncoded" : "")}PathParameter({name}, {value});";
    }

    private static string Value(ParameterModel parameter, string name) =>
        parameter.Constant is { } constant ? CSharpText.Literal(constant)
        : parameter.ListForm == ListForm.None ? parameter.Name
        : $"request.Join({name}, {parameter.Name}, {Separator(parameter.ListForm)})";

    private static string Separator(ListForm form) =>
        form switch
        {
            ListForm.Spaces => "' '",
            ListForm.Tabs => "'\\t'",
            ListForm.Pipes => "'|'",
            _ => "','",
        };

    private static string SendPoll(ResultModel result)
    {
        if (result.Type is not { } type)
        {
            string accept = result.Accept is { } types ? CSharpText.Literal(types) : "null";
            return $"return PollForContentAsync(request, {accept}, continuationToken, cancellationToken);";
        }

        string itemsName =
            result.ItemsName is { } name ? $"{CSharpText.Literal(name)}, "
            : result.IsBatch ? "null, "
            : "";
        return $"return PollAsync<{TypeText.Name(type)}>(request, {itemsName}{TypeText.ReadDelegate(type)}, continuationToken, cancellationToken);";
    }

    private static bool IsVisible(ParameterModel parameter) => parameter.Constant is null;

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

        if (result.Kind == ResultKind.Poll)
        {
            return SendPoll(result);
        }

        if (result.Kind is ResultKind.Text or ResultKind.Stream)
        {
            return $"return SendFor{result.Kind}Async(request, {CSharpText.Literal(result.Accept!)}, cancellationToken);";
        }

        method = result.IsOptional ? "SendForOptionalAsync" : method;
        TypeRef type = result.Type!;
        string[] read = type.Kind == ValueKind.Model ? [] : [TypeText.ReadDelegate(type)];
        return $"return {method}<{TypeText.Name(type)}>({string.Join(", ", ["request", .. list, .. read, "cancellationToken"])});";
    }
}
