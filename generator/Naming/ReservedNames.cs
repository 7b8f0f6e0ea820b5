using Microsoft.CodeAnalysis.CSharp;

namespace PowerConnectors.Generator.Naming;

/// <summary>Names that generated code must keep clear of, by the position in which they would stand.</summary>
internal static class ReservedNames
{
    /// <summary>What a model has from its base class and from <see cref="object"/>.</summary>
    public static readonly string[] ModelMembers =
    [
        "Json",
        "DeclaredMembers",
        "ReadMember",
        "WriteMembers",
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
    ];

    /// <summary>What an open enumeration has besides its values.</summary>
    public static readonly string[] EnumMembers = ["PrintMembers", .. ModelMembers];

    /// <summary>What a client has besides its operations.</summary>
    public static readonly string[] ClientMembers =
    [
        "Budget",
        "CreateChoices",
        "CreatePageable",
        "CreateRequest",
        "Dispose",
        "DocumentLimits",
        "PollAsync",
        "PollForContentAsync",
        "RequireText",
        "SelectJson",
        "SendAsync",
        "SendForOptionalAsync",
        "SendForStreamAsync",
        "SendForTextAsync",
        .. ModelMembers,
    ];

    /// <summary>What a client's settings have besides what is given once per client.</summary>
    public static readonly string[] SettingsMembers = ["Credential", "Endpoint", "Options"];

    /// <summary>What a serializer context has besides the contracts.</summary>
    public static readonly string[] ContextMembers =
    [
        "CreateInfo",
        "CreateTypeInfo",
        "Default",
        "GeneratedSerializerOptions",
        "GetInfo",
        "GetTypeInfo",
        "Options",
        .. ModelMembers,
    ];

    /// <summary>Parameters and locals that the emitted methods have of their own.</summary>
    public static readonly string[] MethodLocals = ["cancellationToken", "request"];

    /// <summary>The same of a method that polls.</summary>
    public static readonly string[] PollLocals = [.. MethodLocals, "continuationToken"];

    /// <summary>The name as that of a generated type.</summary>
    public static string Type(string name) => ImplicitlyUsedTypes.Contains(name) ? $"{name}Model" : name;

    /// <summary>The name of a type that the document itself gives: whoever gives that of a system's type wants it so, but not who writes it in another way.</summary>
    public static string GivenType(string given, string name) => given == name ? name : Type(name);

    /// <summary>Whether C# keeps such names of types for itself: it has taken some already, such as <c>record</c> and <c>file</c>.</summary>
    public static bool IsForLanguage(string name) => name.All(static c => c is >= 'a' and <= 'z');

    /// <summary>The name as it can stand in code where a keyword would not.</summary>
    public static string Escape(string name) => IsKeyword(name) ? $"@{name}" : name;

    public static bool IsKeyword(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;
}
