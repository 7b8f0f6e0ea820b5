namespace PowerConnectors.Errors;

/// <summary>Codes of failures that no service has a code for. They are documented on <see cref="ConnectorRequestException"/>.</summary>
internal static class ErrorCodes
{
    public const string NoAnswer = "NoAnswer";
    public const string AttemptTimedOut = "AttemptTimedOut";
    public const string IncompleteAnswer = "IncompleteAnswer";
    public const string UnreadableAnswer = "UnreadableAnswer";
    public const string AnswerTooLarge = "AnswerTooLarge";
    public const string RedirectFollowed = "RedirectFollowed";
    public const string InvalidNextLink = "InvalidNextLink";
}
