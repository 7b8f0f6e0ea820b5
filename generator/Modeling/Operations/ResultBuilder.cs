using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Texts;
using PowerConnectors.Generator.Modeling.Types;
using PowerConnectors.Generator.Naming;
using PowerConnectors.Generator.Specs;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>Builds what an operation answers: nothing, a value, pages of items, or what a poll of a trigger tells.</summary>
internal sealed class ResultBuilder(TypeBuilder types, SpecFile file, FindingList findings)
{
    // It never has a body, whatever the document describes; a service that sends one does so with another status.
    private const string NoContent = "204";

    public ResultModel Build(PlacedOperation placed)
    {
        ResultShape shape = ResultShape.Of(placed, types.AllOfParts);
        if (shape.Kind == ResultKind.Empty)
        {
            return new ResultModel(
                ResultKind.Empty,
                Description: shape.Answers.Count == 0 ? null : DocTexts.OfResponse(shape.Answers[0].Value)
            );
        }

        IOpenApiResponse response = shape.Full[0].Value;
        if (shape.Kind is ResultKind.Text or ResultKind.Stream)
        {
            return new ResultModel(shape.Kind, Description: DocTexts.OfResponse(response), Accept: MediaTypes.Accept(placed.Json.Produces));
        }

        ResultModel result = shape.Full.Any(answer => !ResultShape.IsSame(placed, shape.Full[0].Key, answer.Key))
            ? Any(placed, shape.Full)
            : Build(placed, shape, response);
        bool mayBeEmpty = shape.Full.Count < shape.Answers.Count || shape.Full.Any(static answer => answer.Key == NoContent);
        return result with { IsOptional = result.Kind == ResultKind.Value && mayBeEmpty };
    }

    private ResultModel Any(PlacedOperation placed, IReadOnlyList<KeyValuePair<string, IOpenApiResponse>> answers)
    {
        string name = Identifiers.Pascal(placed.Operation.OperationId!);
        IEnumerable<string> parts = answers.Select(
            (answer, index) =>
            {
                string inlineName = index == 0 ? $"{name}Response" : $"{name}{answer.Key}Response";
                return $"{answer.Key}: {Describe(types.Resolve(ResultShape.SchemaOf(answer.Value)!, inlineName, inlineName))}";
            }
        );
        return new ResultModel(
            ResultKind.Value,
            new TypeRef(ValueKind.Element),
            Description: $"What the status says. {string.Join("; ", parts)}"
        );
    }

    private static string Describe(TypeRef type) =>
        type.Item is { } item ? $"{type.Kind} of {Describe(item)}"
        : type.Name is { } name ? ShortName(name)
        : type.Kind.ToString();

    private static string ShortName(string type) => type.Substring(type.LastIndexOf('.') + 1);

    private ResultModel Build(PlacedOperation placed, ResultShape shape, IOpenApiResponse response)
    {
        string inlineName = $"{Identifiers.Pascal(placed.Operation.OperationId!)}Response";
        IOpenApiSchema schema = ResultShape.SchemaOf(response)!;
        TypeRef type = types.Resolve(schema, inlineName, inlineName);
        ResultModel value = new(ResultKind.Value, type, Description: DocTexts.OfResponse(response), SeeMethod: types.SeeMethod(schema));
        JsonNode? pageable = DocTexts.Node(placed.Operation.Extensions, ResultShape.PageableKey);
        if (shape.Kind == ResultKind.Pages)
        {
            // As the list's own member has it, which may be declared in a definition that others refer to.
            string page = type.Kind == ValueKind.Model ? ShortName(type.Name!) : inlineName;
            return value with
            {
                Kind = ResultKind.Pages,
                Type = types.Resolve(
                    shape.Items!,
                    TypeNames.WantedOf(page, shape.ItemsName!),
                    TypeNames.PlaceOfItems(TypeNames.PlaceOf(page, shape.ItemsName!))
                ),
                ItemsName = shape.ItemsName,
                NextLinkName = pageable?["nextLinkName"]?.ToString(),
                SeeMethod = types.SeeMethod(shape.Items!),
            };
        }

        if (pageable is not null)
        {
            findings.AddAt(
                Descriptors.InvalidExtension,
                file,
                ["paths", placed.Path, placed.Verb.ToLowerInvariant(), ResultShape.PageableKey],
                ResultShape.PageableKey,
                "the answer has no array of items, or several and none called 'value'; the method returns the first page"
            );
        }

        return value;
    }
}
