using System.Reflection;

namespace PowerConnectors.Http;

/// <summary>The version of this library, as it calls itself towards services and telemetry.</summary>
internal static class RuntimeVersion
{
    public static string Text { get; } =
        typeof(RuntimeVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "0";
}
