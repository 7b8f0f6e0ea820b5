using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PowerAutomateManagement;

namespace PowerConnectors.Samples.Tests;

/// <summary>What the README shows has to be so.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void The_table_lists_the_methods_of_the_client_and_what_they_return()
    {
        IEnumerable<string> listed = TableRow()
            .Matches(Readme)
            .Select(row => $"{row.Groups["method"].Value} {row.Groups["returns"].Value}");

        IEnumerable<string> methods = typeof(PowerAutomateManagementClient)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method is { IsVirtual: true, IsSpecialName: false })
            .Select(method => $"{method.Name} {Describe(method.ReturnType)}");

        Assert.Equal(methods.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_code_compiles_with_nothing_but_the_values_that_a_user_has()
    {
        Match block = CodeBlock().Match(Readme);
        Assert.True(block.Success);
        string code = block.Groups["code"].Value;
        string[] lines = code.Split('\n');
        string usings = string.Join(
            '\n',
            lines.Where(line =>
                line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('=', StringComparison.Ordinal)
            )
        );
        string statements = code.Replace(usings, "", StringComparison.Ordinal);
        string program = $"""
            using System;
            using System.Threading.Tasks;
            {usings}
            string connectionId = args[0], environment = args[1], flowName = args[2];
            {statements}
            """;

        CSharpCompilation compilation = CSharpCompilation.Create(
            "Readme",
            [CSharpSyntaxTree.ParseText(program, cancellationToken: TestContext.Current.CancellationToken)],
            TrustedAssemblies(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
        );

        IEnumerable<Diagnostic> problems = compilation
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(problems);
    }

    private static IEnumerable<MetadataReference> TrustedAssemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static string Describe(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
        {
            return Describe(type.GetGenericArguments()[0]);
        }

        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{Describe(type.GetGenericArguments()[0])}>" : type.Name;
    }

    [GeneratedRegex(@"^\| [^|]+ \| `(?<method>\w+Async)` \| `[A-Z]+ [^|]+` \| `(?<returns>[^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
