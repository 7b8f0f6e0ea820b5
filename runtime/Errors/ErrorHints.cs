namespace PowerConnectors.Errors;

/// <summary>What to do about errors of the service, as the connector's document or overlay says.</summary>
internal sealed class ErrorHints
{
    private readonly Dictionary<string, string> _byCode = new(StringComparer.OrdinalIgnoreCase);

    public ErrorHints(IReadOnlyDictionary<string, string> hints)
    {
        foreach ((string code, string hint) in hints)
        {
            _byCode[code] = hint;
        }
    }

    public string? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);
}
