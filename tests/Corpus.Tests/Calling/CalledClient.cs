using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace PowerConnectors.Corpus.Tests.Calling;

/// <summary>A generated client whose methods are known only when the test runs.</summary>
internal sealed class CalledClient : IDisposable
{
    public const string BasePath = "/apim/corpus";

    private readonly HttpClient _http;
    private readonly ConnectorClient _client;

    public CalledClient(Assembly assembly)
    {
        _http = new HttpClient(Handler);
        ConnectorClientOptions options = new()
        {
            HttpClient = _http,
            Scopes = ["https://contoso.example/.default"],
            Limits = [],
            MaxRetries = 0,
            ThrottleRegistry = new ConnectorThrottleRegistry(),
        };
        Type type = assembly.GetExportedTypes().Single(static type => typeof(ConnectorClient).IsAssignableFrom(type));
        ConstructorInfo constructor = type.GetConstructors()
            .First(static constructor => constructor.GetParameters().Any(static parameter => parameter.ParameterType == typeof(Uri)));
        SampleValues values = new();
        object?[] arguments =
        [
            .. constructor
                .GetParameters()
                .Select(parameter =>
                    parameter.ParameterType == typeof(Uri) ? new Uri("https://localhost" + BasePath)
                    : parameter.ParameterType == typeof(TokenCredential) ? new StaticCredential()
                    : parameter.ParameterType == typeof(AzureKeyCredential) ? new AzureKeyCredential("key")
                    : parameter.ParameterType == typeof(NetworkCredential) ? new NetworkCredential("user", "password")
                    : parameter.ParameterType == typeof(ConnectorClientOptions) ? options
                    : values.Make(parameter.ParameterType)
                ),
        ];
        _client = (ConnectorClient)constructor.Invoke(arguments);
        ClientArguments =
        [
            .. constructor
                .GetParameters()
                .Zip(arguments, static (parameter, value) => new Argument(parameter.Name!, value))
                .Where(static argument => argument.Value is string),
        ];
        Methods =
        [
            .. type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(static method => method.GetParameters().LastOrDefault()?.ParameterType == typeof(CancellationToken)),
        ];
    }

    public RecordingHandler Handler { get; } = new();

    public IReadOnlyList<MethodInfo> Methods { get; }

    /// <summary>What is given once per client.</summary>
    public IReadOnlyList<Argument> ClientArguments { get; }

    /// <summary>The methods that are operations themselves, and not made of others: those that list choices or tell a schema are.</summary>
    public IEnumerable<MethodInfo> Operations => Methods.Where(static method => !IsChoices(method) && !IsSchema(method));

    public static bool IsChoices(MethodInfo method) => method.ReturnType == typeof(AsyncPageable<ConnectorChoice>);

    public static bool IsSchema(MethodInfo method) =>
        method.ReturnType == typeof(Task<Response<JsonElement>>)
        && method.IsDefined(typeof(AsyncStateMachineAttribute))
        && method.Name.Contains("JsonSchema", StringComparison.Ordinal);

    /// <summary>Calls a method with sample values.</summary>
    public async Task<Call> CallAsync(MethodInfo method, Answer answer, CancellationToken cancellationToken)
    {
        SampleValues values = new();
        List<Argument> arguments = [];
        foreach (ParameterInfo parameter in method.GetParameters()[..^1])
        {
            // A media type cannot be any text.
            object? value =
                IsPollToken(method, parameter) ? null
                : parameter.Name is "contentType" or "accept" && parameter.ParameterType == typeof(string) ? "application/json"
                : values.Make(parameter.ParameterType);
            arguments.Add(new Argument(parameter.Name!, value));
        }

        Handler.Clear();
        Handler.Answer = answer;
        object? result = null;
        Exception? failure = null;
        try
        {
            object? returned = method.Invoke(
                _client,
                BindingFlags.DoNotWrapExceptions,
                binder: null,
                [.. arguments.Select(static argument => argument.Value), cancellationToken],
                culture: null
            );
            result = await Results.AwaitAsync(returned, cancellationToken);
        }
        catch (Exception exception)
            when (exception
                    is RequestFailedException
                        or ArgumentException
                        or InvalidOperationException
                        or HttpRequestException
                        or FormatException
                        or NotSupportedException
                        or System.Text.Json.JsonException
            )
        {
            failure = exception;
        }

        return new Call(method, [.. ClientArguments, .. arguments], Handler.First, result, failure);
    }

    // The service makes it: a first poll has none.
    private static bool IsPollToken(MethodInfo method, ParameterInfo parameter) =>
        parameter.Name == "continuationToken" && Results.IsPoll(method.ReturnType);

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private sealed class StaticCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}

/// <summary>A value that was passed, by the name of its C# parameter.</summary>
internal sealed record Argument(string Name, object? Value);

/// <summary>A call that was made, and what came of it.</summary>
internal sealed record Call(
    MethodInfo Method,
    IReadOnlyList<Argument> Arguments,
    RecordedRequest? Request,
    object? Result,
    Exception? Failure
)
{
    public string? OperationName => (Failure as ConnectorRequestException)?.OperationName;
}
