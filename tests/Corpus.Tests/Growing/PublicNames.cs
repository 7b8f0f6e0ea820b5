using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Corpus.Tests.Growing;

/// <summary>Everything that a consumer's code can say of generated code: types, members, parameters and their order, and the types of those, which stand there in full.</summary>
internal static class PublicNames
{
    public static HashSet<string> Of(GeneratorRun run) => [.. run.Sources.SelectMany(static source => OfFile(source.SyntaxTree.GetRoot()))];

    private static IEnumerable<string> OfFile(SyntaxNode root) =>
        root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(static type => IsVisible(type.Modifiers)).SelectMany(OfType);

    private static IEnumerable<string> OfType(TypeDeclarationSyntax type)
    {
        string name = $"{type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name}.{type.Identifier}";
        yield return $"{type.Keyword} {name}";
        foreach (MemberDeclarationSyntax member in type.Members.Where(static member => IsVisible(member.Modifiers)))
        {
            string own = member switch
            {
                PropertyDeclarationSyntax property => $"{name}.{property.Identifier}: {property.Type}",
                MethodDeclarationSyntax method => $"{name}.{method.Identifier}: {method.ReturnType}",
                _ => $"{name}.{member.Kind()}",
            };
            yield return own;
            foreach (
                (int position, ParameterSyntax parameter) in (member as BaseMethodDeclarationSyntax)?.ParameterList.Parameters.Index() ?? []
            )
            {
                // These stay behind what is added.
                string place = parameter.Identifier.ValueText is "cancellationToken" or "continuationToken" ? "" : $"{position}: ";
                yield return $"{own}({place}{parameter.Type} {parameter.Identifier})";
            }
        }
    }

    private static bool IsVisible(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.PublicKeyword) || modifiers.Any(SyntaxKind.ProtectedKeyword);
}
