namespace PowerConnectors.Errors;

/// <summary>What the body of a refusal says.</summary>
internal readonly record struct ServiceError(string? Code, string? Message)
{
    public bool IsKnown => Code is not null || Message is not null;
}
