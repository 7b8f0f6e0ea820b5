using Azure;

namespace PowerConnectors.Http;

/// <summary>A response without the value that others of its operation have.</summary>
internal sealed class EmptyResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T? Value => throw new InvalidOperationException("The answer holds no value; HasValue says so.");

    public override Response GetRawResponse() => response;
}
