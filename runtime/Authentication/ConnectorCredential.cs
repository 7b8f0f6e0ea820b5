using System.ComponentModel;
using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;

namespace PowerConnectors.Authentication;

/// <summary>
/// One way in which a connector's document wants callers to prove who they are: a token, a key, or a user name with a password, and where it stands on the wire. Generated code makes these.
/// What a credential holds is read for every attempt, so that one that is updated counts from the next attempt on.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConnectorCredential
{
    private protected ConnectorCredential() { }

    /// <summary>A token, for the scopes of the options or the document.</summary>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions; the compiler fills it in.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="ArgumentNullException">There is no credential.</exception>
    public static ConnectorCredential Token(
        TokenCredential credential,
        [CallerArgumentExpression(nameof(credential))] string? parameter = null
    ) => new TokenSource(Require(credential, parameter));

    /// <summary>A key in a header.</summary>
    /// <param name="name">The header.</param>
    /// <param name="credential">The key, sent as it is.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions; the compiler fills it in.</param>
    /// <returns>The credential with its place.</returns>
    /// <exception cref="ArgumentNullException">There is no credential.</exception>
    public static ConnectorCredential InHeader(
        string name,
        AzureKeyCredential credential,
        [CallerArgumentExpression(nameof(credential))] string? parameter = null
    ) => new HeaderKey(name, Require(credential, parameter), ParameterName(parameter));

    /// <summary>A key in the query.</summary>
    /// <param name="name">The query parameter.</param>
    /// <param name="credential">The key.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions; the compiler fills it in.</param>
    /// <returns>The credential with its place.</returns>
    /// <exception cref="ArgumentNullException">There is no credential.</exception>
    public static ConnectorCredential InQuery(
        string name,
        AzureKeyCredential credential,
        [CallerArgumentExpression(nameof(credential))] string? parameter = null
    ) => new QueryKey(name, Require(credential, parameter));

    /// <summary>A user name and a password, as HTTP's basic authentication has them.</summary>
    /// <param name="credential">The user name and the password.</param>
    /// <param name="parameter">The name of the C# parameter, for exceptions; the compiler fills it in.</param>
    /// <returns>The credential with its place.</returns>
    /// <exception cref="ArgumentNullException">There is no credential.</exception>
    public static ConnectorCredential Basic(
        NetworkCredential credential,
        [CallerArgumentExpression(nameof(credential))] string? parameter = null
    ) => new BasicLogin(Require(credential, parameter), ParameterName(parameter));

    /// <summary>Where the tokens among a client's credentials come from, if there are any.</summary>
    internal static TokenCredential? TokensOf(IReadOnlyList<ConnectorCredential> credentials)
    {
        foreach (ConnectorCredential credential in credentials)
        {
            if (credential is TokenSource tokens)
            {
                return tokens.Credential;
            }
        }

        return null;
    }

    /// <summary>The credentials of a client that stand on the wire as they are.</summary>
    internal static WireCredential[] KeysOf(IReadOnlyList<ConnectorCredential> credentials)
    {
        List<WireCredential> keys = [];
        foreach (ConnectorCredential credential in credentials)
        {
            if (credential is WireCredential key)
            {
                keys.Add(key);
            }
        }

        return [.. keys];
    }

    private static T Require<T>(T? credential, string? parameter)
        where T : class => credential ?? throw new ArgumentNullException(ParameterName(parameter));

    // A keyword stands in code with a sign that is not part of the name.
    private static string? ParameterName(string? expression) => expression?.TrimStart('@');
}
