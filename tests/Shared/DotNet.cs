namespace PowerConnectors.Testing;

/// <summary>Runs the SDK's commands.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(6);

    public static Task<ProcessResult> RunAsync(string directory, string[] arguments, CancellationToken cancellationToken) =>
        ProcessRunner.RunAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet",
            arguments,
            directory,
            Timeout,
            cancellationToken
        );
}
