using System.Runtime.CompilerServices;
using Azure;

namespace PowerConnectors.Errors;

/// <summary>
/// Gives the base exception the response that <see cref="RequestFailedException.GetRawResponse"/> returns. Its constructors that take a response bring System.Text.Json's
/// serializer along, to parse bodies that are parsed here already: measured, 450 KB of a natively compiled program of 7.2 MB.
/// </summary>
internal static class BaseResponse
{
    public static void Set(RequestFailedException exception, Response response)
    {
        try
        {
            Field(exception) = response;
        }
        catch (MissingFieldException)
        {
            // Another version of Azure.Core, which keeps it elsewhere: all else that is known of the failure counts more than this.
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_response")]
    private static extern ref Response? Field(RequestFailedException exception);
}
