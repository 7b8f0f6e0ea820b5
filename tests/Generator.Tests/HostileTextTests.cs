using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Text of a document that would be something else in C# or XML stays text, wherever it stands.</summary>
public sealed class HostileTextTests
{
    /// <summary>As it stands between the quotes in JSON.</summary>
    public static TheoryData<string> Texts =>
        [
            "\\\" ; class Evil { } //",
            "\\\"); } class Evil { void M() { (\\\"",
            "line\\nclass Evil { }",
            "line\\rclass Evil { }",
            "line\\r\\n#error Evil",
            "line\\u2028class Evil { }",
            "line\\u2029class Evil { }",
            "line\\u0085class Evil { }",
            "line\\u000bclass Evil { }\\u000c",
            "*/ class Evil { } /*",
            "</summary><evil/>",
            "<see cref=\\\"Evil\\\"/>",
            "]]>&amp;&evil;",
            "{ Evil } {{0}} ${Evil}",
            "\\\\",
            "\\\\\\\"",
            "\\u0000\\u0001\\ufffe\\uffff",
            "\\ud800",
            "\\udc00\\ud800",
            "\\\\ud800\\ud83d\\ude00",
            "\\\"\\\"\\\"\\\"",
            "@\\\"",
            "\\u202eE vil",
            "\\ufeff",
            "日本語 é 😀",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Is_text(string text)
    {
        string template = """
            {
              "swagger": "2.0",
              "info": { "title": "T TEXT", "description": "TEXT", "version": "TEXT" },
              "host": "contoso.com", "basePath": "/NAME",
              "securityDefinitions": {
                "oauth TEXT": { "type": "oauth2", "description": "TEXT" },
                "TEXT": { "type": "apiKey", "in": "query", "name": "TEXT", "description": "TEXT" },
                "key TEXT": { "type": "apiKey", "in": "query", "name": "key TEXT" },
                "options": { "type": "apiKey", "in": "header", "name": "X-Key", "description": "TEXT" },
                "class": { "type": "apiKey", "in": "header", "name": "X-Class" }
              },
              "security": [ { "oauth TEXT": ["TEXT"], "TEXT": [], "key TEXT": [], "options": [], "class": [] } ],
              "tags": [ { "name": "TEXT", "description": "TEXT" } ],
              "x-powerconnectors-limits": [ { "calls": 1, "seconds": 1, "exceptMethods": ["TEXT"] } ],
              "x-powerconnectors-error-hints": { "codeTEXT": "TEXT.", "TEXT": ".TEXT" },
              "paths": {
                "/{connNAME}/NAME/{idNAME}": {
                  "get": {
                    "operationId": "GetTEXT", "tags": ["TEXT"], "summary": "TEXT", "description": "TEXT", "deprecated": true,
                    "externalDocs": { "url": "https://contoso.com/TEXT", "description": "TEXT" },
                    "x-ms-pageable": { "nextLinkName": "TEXT", "itemName": "itemsTEXT" },
                    "parameters": [
                      { "name": "connNAME", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal", "x-ms-summary": "TEXT", "description": "TEXT" },
                      { "name": "idNAME", "in": "path", "required": true, "type": "string", "x-ms-summary": "TEXT", "description": "TEXT" },
                      { "name": "queryTEXT", "in": "query", "type": "string", "enum": ["aTEXT", "b"], "x-ms-enum": { "name": "E TEXT" }, "description": "TEXT", "default": "TEXT" },
                      { "name": "needTEXT", "in": "query", "required": true, "type": "string", "x-powerconnectors-secret": true }
                    ],
                    "responses": { "200": { "description": "TEXT", "schema": { "type": "object", "title": "TEXT", "properties": {
                      "itemsTEXT": { "type": "array", "items": { "$ref": "#/definitions/Thing" } } } } } }
                  },
                  "put": {
                    "operationId": "PutTEXT", "tags": ["TEXT"],
                    "parameters": [
                      { "name": "connNAME", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" },
                      { "name": "idNAME", "in": "path", "required": true, "type": "string" },
                      { "name": "bodyTEXT", "in": "body", "required": true, "description": "TEXT", "schema": { "$ref": "#/definitions/Thing" } }
                    ],
                    "responses": { "204": { "description": "TEXT" } }
                  }
                },
                "x-TEXT": "TEXT",
                "/NAME": {
                  "x-ms-notification-content": { "description": "TEXT", "schema": { "type": "object", "properties": { "calledTEXT": { "type": "string" } } } },
                  "post": { "operationId": "HookTEXT", "x-ms-trigger": "TEXT", "x-ms-api-annotation": { "status": "Preview", "family": "TEXT", "replacement": { "operationId": "GetTEXT" } },
                    "parameters": [ { "name": "urlTEXT", "in": "query", "type": "string", "x-ms-notification-url": true } ], "responses": { "200": { "description": "TEXT" } } },
                  "get": { "operationId": "NewsTEXT", "x-ms-trigger": "TEXT", "produces": ["application/xTEXT"], "responses": { "200": { "description": "TEXT", "schema": { "type": "file" } } } },
                  "patch": { "operationId": "LookTEXT", "parameters": [
                    { "name": "kindTEXT", "in": "query", "type": "string",
                      "x-ms-dynamic-list": { "operationId": "HookTEXT", "parameters": { "urlTEXT": { "value": "TEXT" } }, "itemsPath": "TEXT", "itemValuePath": "TEXT", "itemTitlePath": "TEXT" } },
                    { "name": "body", "in": "body", "schema": { "type": "object", "x-ms-dynamic-schema": { "operationId": "LookTEXT", "parameters": { "kindTEXT": "TEXT" }, "value-path": "TEXT" } } }
                  ], "responses": { "200": { "description": "TEXT" } } }
                }
              },
              "definitions": {
                "Thing": {
                  "type": "object", "title": "TEXT", "description": "TEXT", "required": ["memberTEXT", "numberTEXT"],
                  "properties": {
                    "memberTEXT": { "type": "string", "title": "TEXT", "x-ms-summary": "TEXT", "description": "TEXT", "example": "TEXT", "x-powerconnectors-secret": true },
                    "numberTEXT": { "type": "integer", "description": "TEXT", "readOnly": true },
                    "stateTEXT": { "type": "string", "description": "TEXT", "enum": ["oneTEXT", "TEXT"] },
                    "hiddenTEXT": { "type": "string", "default": "TEXT", "x-ms-visibility": "internal" },
                    "freeTEXT": { "type": "object", "default": { "TEXT": ["TEXT"] }, "x-ms-visibility": "internal" },
                    "levelTEXT": { "type": "integer", "enum": [1, 2, 3, 4], "x-enum-varnames": ["TEXT"],
                      "x-ms-enum": { "values": [ { "value": 2, "name": "xTEXT" }, { "value": "TEXT", "name": "TEXT" } ] },
                      "x-ms-enum-values": [ { "value": 3, "displayName": "TEXT" }, "TEXT" ] },
                    "innerTEXT": { "type": "object", "description": "TEXT", "properties": { "TEXT": { "type": "string" } } }
                  },
                  "additionalProperties": { "type": "object", "title": "TEXT", "properties": { "valueTEXT": { "type": "string" } } }
                },
                "OtherTEXT": { "type": "object", "description": "TEXT", "properties": { "x": { "type": "string" } } }
              }
            }
            """;

        Generation generation = Generation.Of(
            template
                .Replace(
                    "NAME",
                    // These have a meaning in paths, and are findings there.
                    string.Concat(text.Where(static c => c is not ('{' or '}' or '#' or '?'))),
                    StringComparison.Ordinal
                )
                .Replace("TEXT", text, StringComparison.Ordinal)
        );

        Assert.Empty(generation.Diagnostics);
        generation.AssertCompiles();
        foreach (SyntaxTree tree in generation.Result.GeneratedSources.Select(static source => source.SyntaxTree))
        {
            SyntaxNode root = tree.GetRoot(TestContext.Current.CancellationToken);
            Assert.Single(root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>());
            Assert.DoesNotContain(
                root.DescendantTokens(),
                static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == "Evil"
            );
            Assert.DoesNotContain(root.DescendantTrivia(), static trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
            Assert.DoesNotContain(
                root.DescendantNodes(descendIntoTrivia: true),
                static node =>
                    node
                        is XmlNameSyntax { LocalName.ValueText: "evil" }
                            or NameMemberCrefSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Evil" } }
            );
        }
    }

    [Fact]
    public void Texts_arrive_as_they_are_on_the_wire()
    {
        Generation generation = Generation
            .Of(Documents.WithThing(""" "a\"\\\u2028\n\ud83d\ude00": { "type": "string", "enum": ["x\"\\\u0085\ud800"] } """))
            .AssertGood();

        Assert.Equal("a\"\\\u2028\n😀", Literals(generation.Sources["Contoso.Thing.g.cs"]).First(static text => text.StartsWith('a')));
        Assert.Contains(
            "x\"\\\u0085\ufffd",
            Literals(generation.Sources.Single(static source => source.Key.StartsWith("Contoso.ThingA", StringComparison.Ordinal)).Value)
        );
    }

    private static IEnumerable<string> Literals(string source) =>
        CSharpSyntaxTree
            .ParseText(source, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantTokens()
            .Where(static token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.Utf8StringLiteralToken))
            .Select(static token => token.ValueText);
}
