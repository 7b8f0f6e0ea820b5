using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Emulator.Answers;

namespace PowerConnectors.Emulator.Errors;

/// <summary>The failures of the gateway in front of the service, which have shapes of their own.</summary>
internal static class GatewayErrors
{
    public static Answer ResourceNotFound =>
        new(
            StatusCodes.Status404NotFound,
            new JsonObject { ["statusCode"] = StatusCodes.Status404NotFound, ["message"] = "Resource not found" }
        );

    /// <summary>Too many calls.</summary>
    /// <param name="seconds">When the caller may come again; null to say nothing of it.</param>
    public static Answer RateLimitExceeded(long? seconds) =>
        new(
            StatusCodes.Status429TooManyRequests,
            new JsonObject
            {
                ["statusCode"] = StatusCodes.Status429TooManyRequests,
                ["message"] = seconds is null
                    ? "Rate limit is exceeded."
                    : string.Create(CultureInfo.InvariantCulture, $"Rate limit is exceeded. Try again in {seconds} seconds."),
            }
        );

    public static Answer TokenExchangeFailed(string connectionId) =>
        new(
            StatusCodes.Status403Forbidden,
            new JsonObject
            {
                ["status"] = StatusCodes.Status403Forbidden,
                ["source"] = "flowmanagement.emulator.azure-apihub.net",
                ["message"] =
                    $"Error from token exchange: Permission denied due to missing connection ACL: User 'emulator' on connection 'shared_flowmanagement/{connectionId}'.",
            }
        );
}
