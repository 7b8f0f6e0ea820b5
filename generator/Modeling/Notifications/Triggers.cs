using System.Text.Json.Nodes;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling.Operations;
using PowerConnectors.Generator.Modeling.Texts;

namespace PowerConnectors.Generator.Modeling.Notifications;

/// <summary>Tells triggers from operations that are called.</summary>
internal static class Triggers
{
    public const string Key = "x-ms-trigger";
    public const string PollText = "A polling trigger: each call asks once whether something has happened.";

    /// <summary>
    /// Whether an operation is a trigger that is asked again and again whether something has happened. One that the service calls back is registered by sending it
    /// something, so that any other verb than GET is a call like others.
    /// </summary>
    public static bool IsPolled(PlacedOperation placed) =>
        placed.Verb == "GET"
        && DocTexts.Node(placed.Operation.Extensions, Key) is JsonValue
        && placed.Json.NotificationContent is null
        && !placed.Json.TakesNotificationUrl;

    /// <summary>The answer of an operation as what a poll of it tells.</summary>
    public static ResultModel AsPoll(PlacedOperation placed, ResultModel result) =>
        result.Kind switch
        {
            ResultKind.Pages => result with { Kind = ResultKind.Poll, NextLinkName = null, IsBatch = true },
            ResultKind.Value when IsBatch(placed) && result.Type is { Kind: ValueKind.List, Item: { } item } => result with
            {
                Kind = ResultKind.Poll,
                Type = item,
                IsOptional = false,
                IsBatch = true,
            },
            _ => result with { Kind = ResultKind.Poll, IsOptional = false },
        };

    /// <summary>Whether its answer is a list, each item of which has happened on its own.</summary>
    public static bool IsBatch(PlacedOperation placed) => DocTexts.Text(placed.Operation.Extensions, Key) == "batch";
}
