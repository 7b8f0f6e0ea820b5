namespace PowerConnectors.Emulator.Seeding;

/// <summary>A connector in brief.</summary>
internal sealed record ConnectorSeed(string Name, string DisplayName, string Tier, string BrandColor)
{
    public string Id => $"/providers/Microsoft.PowerApps/apis/{Name}";

    public string IconUri => $"https://connectoricons.example/{Name}/icon.png";

    /// <summary>The caller's connection number <paramref name="number"/> to this connector in an environment.</summary>
    public string ConnectionName(string environment, int number) =>
        $"{Name.Replace('_', '-')}-{StableGuid.Of("connection", environment, Name, number.ToString(System.Globalization.CultureInfo.InvariantCulture))}";
}
