using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using PowerConnectors.Generator.Diagnostics;
using PowerConnectors.Generator.Specs.Checks;
using PowerConnectors.Generator.Specs.Json;
using PowerConnectors.Generator.Specs.OpenApi3;

namespace PowerConnectors.Generator.Specs;

/// <summary>A document as read: as OpenAPI, and the JSON that it was read from, overlay applied.</summary>
/// <param name="OpenApi">The document.</param>
/// <param name="Json">The JSON.</param>
/// <param name="SecretNames">The members and parameters that are marked as secret, wherever they stand.</param>
/// <param name="Chosen">The operations to generate.</param>
/// <param name="MemberPlaces">The way to each definition that was declared at a member, items or values, by name.</param>
internal sealed record SpecDocument(
    OpenApiDocument OpenApi,
    JsonObject Json,
    IReadOnlyCollection<string> SecretNames,
    ChosenOperations Chosen,
    IReadOnlyDictionary<string, string> MemberPlaces
);

/// <summary>Makes an OpenAPI document of a spec file: reads the JSON, applies the overlay, checks what the OpenAPI reader would not locate.</summary>
internal static class SpecReader
{
    public static SpecDocument? Read(SpecFile file, FindingList findings, CancellationToken token)
    {
        if (file.IsOrphanedOverlay)
        {
            findings.Add(Descriptors.OrphanedOverlay, file.Path);
            return null;
        }

        if (file.Options.FindFault() is var (key, value, reason))
        {
            findings.Add(Descriptors.InvalidOption, file.Path, key, value, reason);
            return null;
        }

        if (string.IsNullOrWhiteSpace(file.Text))
        {
            findings.Add(Descriptors.Empty, file.Path);
            return null;
        }

        string text = file.Text!;
        if (!JsonText.TryRead(text, file.Path, findings, Descriptors.NotJson, out JsonNode? json))
        {
            return null;
        }

        if (SwaggerForm.FindFault(json) is { } fault)
        {
            findings.AddAt(Descriptors.NotSwagger, file.Path, text, fault.Pointer, fault.Reason);
            return null;
        }

        if (file.OverlayPath is not null && (!new OverlayReader(file, findings).Apply(json!) || !IsStillSwagger(json, file, findings)))
        {
            return null;
        }

        token.ThrowIfCancellationRequested();
        JsonObject swagger = json!.AsObject();
        ChosenOperations chosen = ChosenOperations.Choose(swagger, file, findings);
        findings.LimitTo(chosen);
        if (DocumentConversion.IsNeeded(swagger))
        {
            swagger = DocumentConversion.Convert(swagger, file, findings);
        }

        SpecChecks checks = new(swagger, chosen, file, findings);
        checks.Check();
        return Read(swagger, file, findings) is { } read
            ? new SpecDocument(read, swagger, checks.SecretNames, chosen, checks.MemberPlaces)
            : null;
    }

    private static OpenApiDocument? Read(JsonObject json, SpecFile file, FindingList findings)
    {
        string? problem;
        try
        {
            // Without rules of its own: they object to component names with brackets, which connectors have, and what matters was checked before.
            using SetAside aside = new(json);
            OpenApiReaderSettings settings = new() { DefaultContentType = ["application/json"], RuleSet = new ValidationRuleSet() };
            ReadResult result = new OpenApiJsonReader().Read(json, new Uri("https://connector.invalid/"), settings);
            if (result.Document is { } document)
            {
                return document;
            }

            problem = result.Diagnostic?.Errors.FirstOrDefault()?.Message;
        }
        catch (Exception exception)
        {
            // Whatever it fails on, a document that was as Swagger 2.0 says would not have.
            problem = exception.Message;
        }

        findings.Add(Descriptors.NotSwagger, file.Path, problem ?? "it cannot be read");
        return null;
    }

    // An overlay can take away what makes it a connector's document.
    private static bool IsStillSwagger(JsonNode? json, SpecFile file, FindingList findings)
    {
        if (SwaggerForm.FindFault(json) is not { } fault)
        {
            return true;
        }

        string reason = $"after these actions, {fault.Reason}";
        findings.AddAt(Descriptors.NotSwagger, file.OverlayPath!, file.OverlayText!, ["actions"], reason);
        return false;
    }
}
