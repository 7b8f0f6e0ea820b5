using System.Text.Json.Nodes;

namespace PowerConnectors.Spec.Tests;

/// <summary>The overlay, and the document with the overlay applied.</summary>
public class OverlayTests
{
    private static readonly JsonObject Document = Applied();

    [Fact]
    public void The_overlay_has_the_form_of_the_overlay_specification()
    {
        var overlay = SpecFiles.Overlay();
        Assert.Equal(["overlay", "info", "actions"], overlay.Select(member => member.Key));
        Assert.Equal("1.0.0", (string?)overlay["overlay"]);
        Assert.Equal(["title", "version"], overlay["info"].Members.Select(member => member.Key));
        Differences.AssertEmpty(
            from action in (JsonArray)overlay["actions"]!
            where !action.Members.Select(member => member.Key).SequenceEqual(["target", "description", "update"])
            select $"not a target, a description and an update: {action?.ToJsonString()}"
        );
    }

    [Fact]
    public void Every_target_matches_something()
    {
        var document = SpecFiles.Document();
        Differences.AssertEmpty(
            from action in (JsonArray)SpecFiles.Overlay()["actions"]!
            let target = (string)action!["target"]!
            where JsonPath.Match(document, target).Count == 0
            select $"'{target}' matches nothing"
        );
    }

    [Theory]
    [InlineData("$", 1)]
    [InlineData("$.definitions.*.properties.state", 5)]
    [InlineData("$.definitions['Principal[Add]'].properties.type", 1)]
    [InlineData("$.paths['/{connectionId}/apis'].get.parameters[1]", 1)]
    [InlineData("$.paths['/{connectionId}/apis'].get.parameters[2]", 0)]
    [InlineData("$..operationId", 30)]
    [InlineData("$.definitions.Nothing", 0)]
    public void Targets_match_as_many_nodes_as_expected(string target, int count) =>
        Assert.Equal(count, JsonPath.Match(SpecFiles.Document(), target).Count);

    [Theory]
    [InlineData("definitions")]
    [InlineData("$.definitions[?(@.type)]")]
    [InlineData("$.definitions[0:2]")]
    [InlineData("$..*")]
    public void More_of_JSONPath_is_refused(string target) =>
        Assert.Throws<FormatException>(() => JsonPath.Match(SpecFiles.Document(), target));

    [Fact]
    public void Enumerations_and_only_enumerations_have_the_expected_names() =>
        Differences.AssertNone(
            [
                "FlowProperties.state: FlowState",
                "FlowWithConnectionReferencesProperties.state: FlowState",
                "AdminFlowProperties.state: FlowState",
                "AdminFlowWithConnectionReferencesProperties.state: FlowState",
                "AdminFlowWithoutDefinitionProperties.state: FlowState",
                "FlowProperties.installationStatus: FlowInstallationStatus",
                "FlowWithConnectionReferencesProperties.installationStatus: FlowInstallationStatus",
                "AdminFlowProperties.installationStatus: FlowInstallationStatus",
                "AdminFlowWithConnectionReferencesProperties.installationStatus: FlowInstallationStatus",
                "Principal.type: PrincipalType",
                "Principal[Add].type: PrincipalType",
                "Principal[Remove].type: PrincipalType",
                "PermissionProperties.roleName: FlowRoleName",
                "EnvironmentProperties.provisioningState: EnvironmentProvisioningState",
                "EnvironmentProperties.creationType: EnvironmentCreationType",
                "EnvironmentProperties.environmentSku: EnvironmentSku",
                "EnvironmentProperties.environmentType: EnvironmentType",
            ],
            from definition in Document["definitions"].Members
            from found in SchemaLines.MembersOf(definition.Value!, $"{definition.Key}.")
            where found.Member["enum"] is not null || found.Member["x-ms-enum"] is not null
            let open = found.Member["x-ms-enum"].IsTrue("modelAsString") ? "" : " but not open"
            let values = found.Member["enum"] is null ? " but without values" : ""
            select $"{found.Path}: {found.Member["x-ms-enum"].StringOrDash("name")}{open}{values}"
        );

    [Fact]
    public void Types_have_the_expected_names_of_their_own() =>
        Differences.AssertNone(
            [
                "$['definitions']['Environment']: FlowEnvironment",
                "$['definitions']['EnvironmentProperties']: FlowEnvironmentProperties",
                "$['definitions']['DefinitionSummary']['properties']['triggers']['items']: DefinitionSummaryTrigger",
                "$['definitions']['DefinitionSummary']['properties']['actions']['items']: DefinitionSummaryAction",
                "$['definitions']['DefinitionSummary']['properties']['actions']['items']['properties']['api']: DefinitionSummaryActionApi",
                "$['definitions']['FlowListCallbackUrlResponse']['properties']['response']: FlowCallbackUrl",
            ],
            from found in Document.Tree()
            let members = found.Node.Members
            let name = members["x-ms-client-name"] ?? members["x-powerconnectors-type-name"]
            where name is not null
            select $"{found.Path}: {name}"
        );

    /// <summary>A call that must not happen twice never stands here: creating, resubmitting, restoring.</summary>
    [Fact]
    public void Only_calls_that_may_be_repeated_are_marked_so() =>
        Differences.AssertNone(
            [
                "post StartFlow",
                "post StopFlow",
                "post CancelFlowRun",
                "post ListCallbackUrl",
                "post ModifyFlowOwners",
                "post ModifyRunOnlyUsers",
                "post AdminModifyFlowOwners",
            ],
            from found in Document.Operations
            where found.Operation.IsTrue("x-powerconnectors-repeatable")
            select $"{found.Verb} {found.Operation["operationId"]}"
        );

    [Fact]
    public void Every_operation_points_to_its_place_on_the_reference_page() =>
        Differences.AssertNone(
            from row in SpecFiles.Rows("operations.txt", '|')
            select $"https://learn.microsoft.com/en-us/connectors/flowmanagement/#{row[1].ToLowerInvariant().Replace(' ', '-')}",
            from found in Document.Operations
            select found.Operation["externalDocs"].StringOrDash("url")
        );

    [Fact]
    public void Security_limits_variants_and_secrets_are_as_expected() =>
        Differences.AssertNone(
            [
                "oauth2 application https://login.microsoftonline.com/organizations/oauth2/v2.0/token https://apihub.azure.com/.default [\"*.azure-apihub.net\"]",
                """[{"entra":["https://apihub.azure.com/.default"]}]""",
                """[{"calls":100,"seconds":60},{"calls":300,"seconds":3600,"exceptMethods":["GET"]}]""",
                """[{"array":"#/definitions/ConnectionReferencesArray","dictionary":"#/definitions/ConnectionReferencesDictionary","keyMember":"id","keyRule":"lastSegment","aliasName":"Alias"}]""",
                "secret: $['definitions']['FlowListCallbackUrlResponse']['properties']['response']['properties']['value']",
            ],
            [
                Scheme(Document["securityDefinitions"]?["entra"]),
                Document["security"]?.ToJsonString() ?? "no security",
                Document["x-powerconnectors-limits"]?.ToJsonString() ?? "no limits",
                Document["x-powerconnectors-variants"]?.ToJsonString() ?? "no variants",
                .. Document
                    .Tree()
                    .Where(found => found.Node.Members.IsTrue("x-powerconnectors-secret"))
                    .Select(found => $"secret: {found.Path}"),
            ]
        );

    [Fact]
    public void Every_known_error_has_a_hint()
    {
        var hints = Document["x-powerconnectors-error-hints"].Members;
        Differences.AssertNone(
            [
                "AuthenticationFailed",
                "ConnectionAuthorizationFailed",
                "EnvironmentAccessDenied",
                "FlowNotFound",
                "InsufficientCdsPermissions",
                "InvalidOpenApiFlow",
                "ListCallbackUrlOperationBlocked",
                "TooManyConcurrentRequests",
            ],
            hints.Select(hint => hint.Key)
        );
        Assert.All(hints, hint => Assert.Matches(@"^[A-Z].+[^.]\.$", (string?)hint.Value));
    }

    private static string Scheme(JsonNode? scheme) =>
        $"{scheme?["type"]} {scheme?["flow"]} {scheme?["tokenUrl"]} {string.Join(", ", scheme?["scopes"].Members.Select(scope => scope.Key) ?? [])} {scheme?["x-powerconnectors-scope-hosts"]?.ToJsonString()}";

    private static JsonObject Applied()
    {
        var document = SpecFiles.Document();
        foreach (var action in (JsonArray)SpecFiles.Overlay()["actions"]!)
        {
            foreach (var node in JsonPath.Match(document, (string)action!["target"]!))
            {
                Merge((JsonObject)node, (JsonObject)action["update"]!);
            }
        }

        return document;
    }

    private static void Merge(JsonObject target, JsonObject update)
    {
        foreach (var (name, value) in update)
        {
            if (target[name] is JsonObject inner && value is JsonObject more)
            {
                Merge(inner, more);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}
