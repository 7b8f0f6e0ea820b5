using Microsoft.CodeAnalysis.CSharp;

namespace PowerConnectors.Generator.Naming;

/// <summary>Names that generated code must keep clear of, by the position in which they would stand.</summary>
internal static class ReservedNames
{
    /// <summary>What a model has from its base class and from <see cref="object"/>.</summary>
    public static readonly string[] ModelMembers =
    [
        "Json",
        "IsDeclared",
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
    ];

    /// <summary>What an open enumeration has besides its values.</summary>
    public static readonly string[] EnumMembers = ["Create", "FindDeclared", .. ModelMembers];

    /// <summary>What a client has besides its operations.</summary>
    public static readonly string[] ClientMembers =
    [
        "CreatePageable",
        "CreateRequest",
        "Dispose",
        "RequireText",
        "SendAsync",
        .. ModelMembers,
    ];

    /// <summary>What a serializer context has besides the contracts.</summary>
    public static readonly string[] ContextMembers =
    [
        "CreateModelInfo",
        "CreateTypeInfo",
        "Default",
        "GeneratedSerializerOptions",
        "GetTypeInfo",
        "Options",
        .. ModelMembers,
    ];

    /// <summary>Parameters and locals that the emitted methods have of their own.</summary>
    public static readonly string[] MethodLocals = ["cancellationToken", "request"];

    /// <summary>
    /// Public types of the namespaces that every project uses implicitly. A model of such a name would make the name ambiguous in every file of the consumer.
    /// </summary>
    private static readonly HashSet<string> ImplicitlyUsedTypes =
    [
        .. (
            "Action AggregateException Array Attribute Boolean Buffer Byte Char Console Convert DateOnly DateTime DateTimeOffset Decimal Delegate Double Enum Environment "
            + "EventArgs EventHandler Exception Func GC Guid Half Index Int16 Int32 Int64 Lazy Math Memory Nullable Object Progress Random Range SByte Single Span String "
            + "TimeOnly TimeProvider TimeSpan TimeZone TimeZoneInfo Tuple Type UInt16 UInt32 UInt64 Uri UriBuilder ValueTuple Version Void WeakReference "
            + "Comparer Dictionary HashSet KeyNotFoundException KeyValuePair LinkedList List OrderedDictionary PriorityQueue Queue SortedDictionary SortedList SortedSet Stack "
            + "Directory DirectoryInfo DriveInfo File FileInfo FileMode FileStream FileSystemInfo MemoryStream Path Stream StreamReader StreamWriter TextReader TextWriter "
            + "Enumerable Queryable Lookup "
            + "HttpClient HttpContent HttpMethod HttpRequestException HttpRequestMessage HttpResponseMessage MultipartContent StreamContent StringContent "
            + "Barrier CancellationToken CancellationTokenSource Interlocked Lock Monitor Mutex Semaphore Thread ThreadPool Timer Timeout Volatile "
            + "Parallel Task TaskCompletionSource TaskFactory TaskScheduler ValueTask"
        ).Split(' '),
    ];

    /// <summary>The name as that of a generated type.</summary>
    public static string Type(string name) => ImplicitlyUsedTypes.Contains(name) ? $"{name}Model" : name;

    /// <summary>The name as it can stand in code where a keyword would not.</summary>
    public static string Escape(string name) => IsKeyword(name) ? $"@{name}" : name;

    public static bool IsKeyword(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;
}
