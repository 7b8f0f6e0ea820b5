namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>Says which headers callers can set.</summary>
internal static class HeaderParameters
{
    /// <summary>Why a header gets no parameter, or nothing if it gets one.</summary>
    public static string? WhyNot(string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            ? "the client's credential sets this header, so that there is no parameter for it"
        : IsOfTheCall(name) || HeaderName.WhyNot(name) is not { } reason ? null
        : $"{reason}, so that there is no parameter for it";

    // These say what the caller sends and wants, or what the service notes of the call.
    private static bool IsOfTheCall(string name) =>
        name.ToLowerInvariant() is "accept" or "content-type" or "content-language" or "user-agent" or "x-ms-client-request-id";
}
