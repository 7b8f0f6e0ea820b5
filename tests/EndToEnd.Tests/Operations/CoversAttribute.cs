namespace PowerConnectors.EndToEnd.Tests.Operations;

/// <summary>Marks a test that asserts the exact request and the answer of an operation.</summary>
/// <param name="method">The client's method.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CoversAttribute(string method) : Attribute
{
    public string Method { get; } = method;
}
