namespace PowerConnectors.Runtime.Tests.Doubles;

/// <summary>A request as it arrived.</summary>
internal sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
