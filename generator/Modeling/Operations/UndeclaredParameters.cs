using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace PowerConnectors.Generator.Modeling.Operations;

/// <summary>Declares the placeholders of paths that their documents forget: each can only be a required text. One of every path is the connection's.</summary>
internal static class UndeclaredParameters
{
    public static readonly Regex Placeholder = new(@"\{([^{}]+)\}", RegexOptions.CultureInvariant);

    public static void Declare(IReadOnlyList<PlacedOperation> operations)
    {
        List<(PlacedOperation Operation, string Name)> missing =
        [
            .. operations.SelectMany(static operation => Missing(operation).Select(name => (operation, name))),
        ];
        foreach ((PlacedOperation operation, string name) in missing.AsEnumerable().Reverse())
        {
            bool isEverywhere = missing.Count(other => other.Name == name) == operations.Count;
            OpenApiParameter parameter = new()
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal),
            };
            if (isEverywhere)
            {
                parameter.Extensions[OperationSelection.VisibilityKey] = new JsonNodeExtension(JsonValue.Create("internal"));
            }

            (operation.Operation.Parameters ??= []).Insert(0, parameter);
        }
    }

    private static string[] Missing(PlacedOperation operation) =>
        [
            .. Placeholder
                .Matches(operation.Path)
                .Cast<Match>()
                .Select(static match => match.Groups[1].Value)
                .Distinct()
                .Where(name => !operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path && parameter.Name == name)),
        ];
}
