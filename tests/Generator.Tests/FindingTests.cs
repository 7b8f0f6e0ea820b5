using System.Globalization;
using Microsoft.CodeAnalysis;
using PowerConnectors.Generator.Model;
using PowerConnectors.Generator.Modeling;
using PowerConnectors.Generator.Specs;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>Wrong input: one finding each, at its place, with the file's name, and never a crash.</summary>
public sealed class FindingTests
{
    private const string Thing = """  "Thing": { "type": "object", "properties": { "name": { "type": "string" } } }""";

    /// <summary>What is wrong, the document, and the finding as the compiler shows it. A ¦ marks the place, where it is not the file's beginning.</summary>
    public static TheoryData<string, string?, string, string> Documented =>
        new()
        {
            { "not JSON", "{\n  \"swagger\": ¦oops\n}", "PCG001", "Correct it here" },
            { "YAML", "¦swagger: '2.0'\ninfo:\n", "PCG001", "YAML has to be converted" },
            { "YAML with a comment", "¦# Ours\nswagger: '2.0'\n", "PCG001", "YAML has to be converted" },
            { "a page", "\n¦<!DOCTYPE html><html></html>", "PCG001", "a page of a web site" },
            { "cut off", "{\n  \"swagger\": \"2.0\",\n  \"info\": {¦", "PCG001", "the text ends before" },
            { "text after the end", Documents.With(Documents.Get("GetThing")) + "\n ¦x", "PCG001", "the document has ended" },
            { "a comment", "{\n  ¦// hello\n}", "PCG001", "no comments" },
            { "a comma too many", "{\n  \"swagger\": \"2.0\"¦,\n}", "PCG001", "nothing follows this comma" },
            { "a comma too many in a list", "{\n  \"swagger\": [1¦, ]\n}", "PCG001", "JSON pointer: /swagger" },
            { "no comma", "{\n  \"swagger\": \"2.0\"\n  ¦\"info\": {} }", "PCG001", "a comma is missing" },
            { "no comma in a list", "{\n  \"a\": [ {}, {} ¦{} ] }", "PCG001", "a comma is missing" },
            { "no colon", "{\n  \"swagger\" ¦\"2.0\" }", "PCG001", "a colon is missing" },
            { "single quotes", "{\n  ¦'swagger': 1 }", "PCG001", "double quotes" },
            { "a line break in a string", "{\n  \"swagger\": \"2.¦\n0\" }", "PCG001", "write a line break as \\n" },
            { "a tab in a string", "{\n  \"swagger\": \"é2.¦\t0\" }", "PCG001", "write it as \\t" },
            { "a control character in a string", "{\n  \"swagger\": \"2.¦\u00010\" }", "PCG001", "U+0001" },
            { "bytes that are not UTF-8 outside of strings", "{\n  ¦\ufffd }", "PCG001", "U+FFFD" },
            { "UTF-16 without a mark", "{\0\"\0s\0", "PCG001", "UTF-16" },
            {
                "bytes that are not UTF-8",
                Documents.With(
                    Documents.Get("GetThing", more: """ "x-a": [ 1, [], { "b": 2, "c": "caf¦? ?" } ], """.Replace('?', '\ufffd'))
                ),
                "PCG022",
                "U+FFFD (2 in the file), which is what is left of text that was not UTF-8. Correct it, and save the file as UTF-8. JSON pointer: /paths/~1GetThing/get/x-a/2/c"
            },
            { "empty", "", "PCG002", "Save the connector's" },
            { "white space", " \n\n ", "PCG002", "Save the connector's" },
            { "not readable", null, "PCG002", "Save the connector's" },
            { "null", "null", "PCG003", "not a JSON object" },
            { "an array", "[]", "PCG003", "not a JSON object" },
            { "a text", "\"swagger\"", "PCG003", "not a JSON object" },
            { "an overlay", """{ ¦"overlay": "1.0.0", "actions": [] }""", "PCG003", ".overlay.json" },
            { "an old version", """{ ¦"swagger": "1.2", "info": {}, "paths": {} }""", "PCG003", "\"swagger\": \"2.0\"" },
            { "no version", """{ "info": { "title": "x", "version": "1" }, "paths": {} }""", "PCG003", "\"swagger\": \"2.0\"" },
            {
                "a version as number",
                """{ ¦"swagger": 2.0, "info": { "title": "x", "version": "1" }, "paths": {} }""",
                "PCG003",
                "\"swagger\": \"2.0\""
            },
            { "no paths", """{ "swagger": "2.0", "info": { "title": "x", "version": "1" } }""", "PCG003", "'paths'" },
            { "paths as array", """{ "swagger": "2.0", "info": { "title": "x", "version": "1" }, ¦"paths": [] }""", "PCG003", "'paths'" },
            { "info as array", """{ "swagger": "2.0", ¦"info": [], "paths": {} }""", "PCG003", "'info'" },
            { "no info", """{ "swagger": "2.0", "paths": {} }""", "PCG003", "'info'" },
            {
                "no operations",
                "{ \"swagger\": \"2.0\", \"info\": { \"title\": \"x\", \"version\": \"1\" },\n ¦\"paths\": {} }",
                "PCG014",
                "right file"
            },
            {
                "a verb in capitals",
                Documents.With(Documents.Get("GetThing") + """, "/a": { ¦"GET": { "operationId": "GetA", "responses": {} } }"""),
                "PCG013",
                "'GetA' gets no method: 'GET' is none of the verbs"
            },
            {
                "a path without a slash",
                Documents.With(Documents.Get("GetThing") + """, "a": { ¦"get": { "operationId": "GetA", "responses": {} } }"""),
                "PCG013",
                "'GetA' gets no method: its path"
            },
            {
                "a path that stands for another",
                Documents.With(Documents.Get("GetThing") + """, "/a": { ¦"$ref": "#/paths/~1GetThing" }"""),
                "PCG019",
                "not taken over"
            },
            {
                "a parameter at an unknown place",
                Documents.With(
                    Documents.Get("GetThing", more: """ "parameters": [ ¦{ "name": "a", "in": "cookie", "type": "string" } ], """)
                ),
                "PCG019",
                "'a' is not supported: 'in' is 'cookie'"
            },
            {
                "a path parameter without a place",
                Documents.With(
                    Documents.Get(
                        "GetThing",
                        more: """ "parameters": [ ¦{ "name": "a", "in": "path", "required": true, "type": "string" } ], """
                    )
                ),
                "PCG019",
                "no place for it"
            },
            {
                "two bodies",
                Documents.With(
                    Documents.Get(
                        "GetThing",
                        more: """ "parameters": [ { "name": "a", "in": "body", "schema": {} }, ¦{ "name": "b", "in": "body", "schema": {} } ], """
                    )
                ),
                "PCG019",
                "'b' is not supported: a request has one body"
            },
            {
                "a body and a form",
                Documents.With(
                    Documents.Get(
                        "GetThing",
                        more: """ "parameters": [ { "name": "a", "in": "body", "schema": {} }, ¦{ "name": "b", "in": "formData", "type": "string" } ], """
                    )
                ),
                "PCG019",
                "one body"
            },
            {
                "a list in an unknown form",
                Documents.With(
                    Documents.Get(
                        "GetThing",
                        more: """ "parameters": [ { "name": "a", "in": "query", "type": "array", "items": { "type": "string" }, ¦"collectionFormat": "semicolons" } ], """
                    )
                ),
                "PCG019",
                "commas stand between"
            },
            {
                "a choice",
                Documents.WithThing(""" "part": { ¦"oneOf": [ { "type": "string" } ] } """),
                "PCG019",
                "no choice between schemas"
            },
            {
                "an extension of ours with a slip of the pen",
                Documents.With(Documents.Get("GetThing", more: """ ¦"x-powerconnectors-repeatble": true, """)),
                "PCG015",
                "there is no such extension"
            },
            {
                "limits at an operation",
                Documents.With(Documents.Get("GetThing", more: """ ¦"x-powerconnectors-limits": [], """)),
                "PCG015",
                "at the document itself"
            },
            {
                "repeatable at a path",
                Documents.With("""  "/a": { ¦"x-powerconnectors-repeatable": true, "get": { "operationId": "GetA", "responses": {} } }"""),
                "PCG015",
                "at an operation"
            },
            {
                "hosts of scopes at the document",
                Documents.With(Documents.Get("GetThing"), more: """ ¦"x-powerconnectors-scope-hosts": ["api.contoso.com"] """),
                "PCG015",
                "at a security scheme"
            },
            {
                "a dangling reference",
                Documents.With(Documents.Get("GetThing", """{ ¦"$ref": "#/definitions/Missing" }"""), Thing),
                "PCG004",
                "#/definitions/Missing"
            },
            {
                "a reference to another file",
                Documents.With(Documents.Get("GetThing", """{ ¦"$ref": "other.json#/definitions/Thing" }"""), Thing),
                "PCG004",
                "other.json"
            },
            {
                "a dangling reference in a member called default",
                Documents.WithThing(""" "default": { ¦"$ref": "#/definitions/Missing" } """),
                "PCG004",
                "#/definitions/Missing"
            },
            {
                "a dangling reference in a default answer",
                Documents.With(
                    """  "/a": { "get": { "operationId": "GetA", "responses": { "default": { "description": "x", "schema": { ¦"$ref": "#/definitions/Missing" } } } } }"""
                ),
                "PCG004",
                "#/definitions/Missing"
            },
            {
                "a dangling reference to an answer",
                Documents.With(
                    """  "/a": { "get": { "operationId": "GetA", "responses": { "default": { ¦"$ref": "#/responses/Missing" } } } }"""
                ),
                "PCG004",
                "#/responses/Missing"
            },
            {
                "a dangling reference in a shared parameter called default",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "parameters": { "default": { "name": "b", "in": "body", "schema": { ¦"$ref": "#/definitions/Missing" } } }"""
                ),
                "PCG004",
                "#/definitions/Missing"
            },
            {
                "a host with a placeholder",
                Documents.With(Documents.Get("GetThing"), more: """  ¦"host": "{region}.contoso.com" """),
                "PCG017",
                "{region}.contoso.com"
            },
            {
                "a host with a scheme",
                Documents.With(Documents.Get("GetThing"), more: """  ¦"host": "https://contoso.com" """),
                "PCG017",
                "https://contoso.com"
            },
            { "an unknown type", Documents.WithThing(""" "x": { ¦"type": "strang" } """), "PCG019", "type: strang" },
            {
                "a key in no header",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "key": { "type": "apiKey", ¦"in": "cookie", "name": "X-Key" } }"""
                ),
                "PCG021",
                "header or in the query"
            },
            {
                "a key in a header that has no name",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", ¦"name": "X Key" } }"""
                ),
                "PCG021",
                "'X Key' is not the name"
            },
            {
                "a key in a header of HTTP's own",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", ¦"name": "host" } }"""
                ),
                "PCG021",
                "another meaning"
            },
            {
                "a key in a parameter without a name",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "key": { "type": "apiKey", "in": "query", ¦"name": "" } }"""
                ),
                "PCG021",
                "no name"
            },
            {
                "an unknown kind of security",
                Documents.With(Documents.Get("GetThing"), more: """  "securityDefinitions": { "key": { ¦"type": "openIdConnect" } }"""),
                "PCG021",
                "openIdConnect"
            },
            {
                "security that is no object",
                Documents.With(Documents.Get("GetThing"), more: """  "securityDefinitions": { ¦"key": "apiKey" }"""),
                "PCG021",
                "an object"
            },
            {
                "security that is not defined",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "a": { "type": "basic" } }, "security": [ { "a": [] }, { ¦"b": [] } ]"""
                ),
                "PCG021",
                "'b' is not used: it is not among"
            },
            {
                "two keys in one place",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "a": { "type": "basic" }, "b": { "type": "apiKey", "in": "header", "name": "authorization" } }, "security": [ { "a": [], ¦"b": [] } ]"""
                ),
                "PCG021",
                "same place"
            },
            {
                "several kinds of security and no choice",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  ¦"securityDefinitions": { "a": { "type": "basic" }, "b": { "type": "apiKey", "in": "query", "name": "k" } }"""
                ),
                "PCG019",
                "TokenCredential"
            },
            {
                "other security for two operations",
                Documents.With(
                    Documents.Get("GetThing", more: """ ¦"security": [], """)
                        + ","
                        + Documents.Get("GetOther", more: """ "security": [ { "b": [] } ], """)
                        + ","
                        + Documents.Get("GetSame", more: """ "security": [ { "a": [] } ], """),
                    more: """  "securityDefinitions": { "a": { "type": "basic" }, "b": { "type": "apiKey", "in": "query", "name": "k" } }, "security": [ { "a": [] } ]"""
                ),
                "PCG019",
                "and so do 1 more"
            },
            {
                "more scopes for an operation",
                Documents.With(
                    Documents.Get("GetThing", more: """ ¦"security": [ { "o": ["read", "write"] } ], """)
                        + ","
                        + Documents.Get("GetLess", more: """ "security": [ { "o": [] } ], """),
                    more: """  "securityDefinitions": { "o": { "type": "oauth2" } }, "security": [ { "o": ["read"] } ]"""
                ),
                "PCG019",
                "'GetThing' asks for other credentials than the document, and the client"
            },
            {
                "http alone",
                Documents.With(Documents.Get("GetThing"), more: """  "host": "api.contoso.com", ¦"schemes": ["http"]"""),
                "PCG019",
                "https only"
            },
            {
                "hosts of scopes that are no list",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "o": { "type": "oauth2", ¦"x-powerconnectors-scope-hosts": "*.contoso.com" } }"""
                ),
                "PCG020",
                "a list of hosts"
            },
            {
                "no host of scopes",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "o": { "type": "oauth2", ¦"x-powerconnectors-scope-hosts": [] } }"""
                ),
                "PCG020",
                "a list of hosts"
            },
            {
                "hosts of scopes with a scheme",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "o": { "type": "oauth2", ¦"x-powerconnectors-scope-hosts": ["ok.contoso.com", "https://contoso.com"] } }"""
                ),
                "PCG020",
                "https://contoso.com"
            },
            {
                "hosts of scopes with a star inside",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "o": { "type": "oauth2", ¦"x-powerconnectors-scope-hosts": ["api.*.com"] } }"""
                ),
                "PCG020",
                "api.*.com"
            },
            {
                "hosts of scopes in another script",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "o": { "type": "oauth2", ¦"x-powerconnectors-scope-hosts": ["*.contosо.com"] } }"""
                ),
                "PCG020",
                "'*.contoso.com' for every"
            },
            {
                "hosts of scopes of a whole domain",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "securityDefinitions": { "o": { "type": "oauth2", ¦"x-powerconnectors-scope-hosts": ["*.net"] } }"""
                ),
                "PCG020",
                "anybody"
            },
            {
                "two equal operation ids",
                Documents.With(
                    Documents.Get("GetThing") + ",\n" + """  "/other": { "put": { ¦"operationId": "GetThing", "responses": {} } }"""
                ),
                "PCG005",
                "GET /GetThing"
            },
            {
                "a name twice",
                Documents.With(
                    """  "/a": {}, ¦"/a": { "get": { "operationId": "GetA", "responses": { "200": { "description": "OK" } } } }"""
                ),
                "PCG010",
                "JSON pointer: /paths/~1a"
            },
            {
                "an operation without an id",
                Documents.With(Documents.Get("GetThing") + ",\n" + """  "/other": { ¦"put": { "responses": {} } }"""),
                "PCG013",
                "add one"
            },
            {
                "a header that the credential sets",
                Documents.With(
                    """  "/other": { "post": { "operationId": "Upload", "parameters": [ ¦{ "name": "authorization", "in": "header", "type": "string" } ], "responses": {} } }"""
                ),
                "PCG019",
                "credential"
            },
            {
                "a header that is none",
                Documents.With(
                    """  "/other": { "post": { "operationId": "Upload", "parameters": [ ¦{ "name": "A b:c", "in": "header", "type": "string" } ], "responses": {} } }"""
                ),
                "PCG019",
                "not the name of a header"
            },
            {
                "pages without items",
                Documents.With(
                    """  "/a": { "get": { "operationId": "GetA", ¦"x-ms-pageable": {}, "responses": { "200": { "description": "x", "schema": { "type": "object" } } } } }"""
                ),
                "PCG015",
                "no array of items"
            },
            {
                "a malformed limit",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "x-powerconnectors-limits": [ ¦{ "calls": "many", "seconds": 60 } ]"""
                ),
                "PCG015",
                "'calls' and 'seconds'"
            },
            {
                "a limit of no calls",
                Documents.With(Documents.Get("GetThing"), more: """  "x-powerconnectors-limits": [ ¦{ "calls": 0, "seconds": 60 } ]"""),
                "PCG015",
                "above zero"
            },
            {
                "a limit over a window that is too long",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "x-powerconnectors-limits": [ ¦{ "calls": 1, "seconds": 31622401 } ]"""
                ),
                "PCG015",
                "at most 366 days"
            },
            {
                "a limit's verbs that are no list",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "x-powerconnectors-limits": [ ¦{ "calls": 1, "seconds": 60, "exceptMethods": "GET" } ]"""
                ),
                "PCG015",
                "a list of verbs"
            },
            {
                "a repeatable operation that is neither true nor false",
                Documents.With(Documents.Get("GetThing", more: """ ¦"x-powerconnectors-repeatable": "yes", """)),
                "PCG015",
                "true or false"
            },
            {
                "hints that are no object",
                Documents.With(Documents.Get("GetThing"), more: """  ¦"x-powerconnectors-error-hints": ["NotFound"] """),
                "PCG015",
                "an object of error codes"
            },
            {
                "a hint that is no sentence",
                Documents.With(Documents.Get("GetThing"), more: """  "x-powerconnectors-error-hints": { ¦"NotFound": 5 } """),
                "PCG015",
                "the hint of 'NotFound'"
            },
            {
                "a hint that says nothing",
                Documents.With(Documents.Get("GetThing"), more: """  "x-powerconnectors-error-hints": { ¦"NotFound": " " } """),
                "PCG015",
                "the hint of 'NotFound'"
            },
            {
                "a hint of no code",
                Documents.With(Documents.Get("GetThing"), more: """  "x-powerconnectors-error-hints": { ¦"": "x" } """),
                "PCG015",
                "must not be empty"
            },
            {
                "two hints of one code",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "x-powerconnectors-error-hints": { "notFound": "x", ¦"NotFound": "y" } """
                ),
                "PCG015",
                "'NotFound' stands there twice"
            },
            {
                "a secret that is neither true nor false",
                Documents.WithThing(""" "part": { "type": "string", ¦"x-powerconnectors-secret": "yes" } """),
                "PCG015",
                "true or false"
            },
            {
                "a secret that is no text",
                Documents.WithThing(""" "part": { "type": "integer", ¦"x-powerconnectors-secret": true } """),
                "PCG015",
                "type string"
            },
            {
                "a secret that is one of a few values",
                Documents.WithThing(""" "part": { "type": "string", "enum": ["a"], ¦"x-powerconnectors-secret": true } """),
                "PCG015",
                "type string"
            },
            {
                "a secret that is no member",
                Documents.WithThing(""" "part": { "type": "string" } """, """, ¦"x-powerconnectors-secret": true """),
                "PCG015",
                "at a member or parameter"
            },
            {
                "limits that are no array",
                Documents.With(Documents.Get("GetThing"), more: """  ¦"x-powerconnectors-limits": { "calls": 1 }"""),
                "PCG015",
                "'calls' and 'seconds'"
            },
            {
                "variants that are no array",
                Documents.With(Documents.Get("GetThing"), more: """  ¦"x-powerconnectors-variants": { "array": 1 }"""),
                "PCG015",
                "'array', 'dictionary'"
            },
            {
                "variants of nothing",
                Documents.With(
                    Documents.Get("GetThing"),
                    more: """  "x-powerconnectors-variants": [ ¦{ "array": "#/definitions/A", "dictionary": "#/definitions/B", "keyMember": "id", "keyRule": "lastSegment" } ]"""
                ),
                "PCG015",
                "same definition"
            },
            { "a variant's key that does not exist", Variants("nothing", "Alias"), "PCG015", "'nothing'" },
            { "an alias that is no name", Variants("id", "Ali as"), "PCG015", "Ali as" },
            {
                "a type's name that is none",
                Documents.WithThing(
                    """ "part": { "type": "object", ¦"x-powerconnectors-type-name": "Part {", "properties": { "a": { "type": "string" } } } """
                ),
                "PCG015",
                "Part {"
            },
            {
                "a client name that is none",
                Documents.WithThing(""" "part": { "type": "string" } """, """, ¦"x-ms-client-name": "class" """),
                "PCG015",
                "class"
            },
            {
                "an enumeration's name that is none",
                Documents.WithThing(""" "part": { "type": "string", "enum": ["a"], ¦"x-ms-enum": "Part" } """),
                "PCG015",
                "name"
            },
            {
                "an enumeration's name that is a number",
                Documents.WithThing(""" "part": { "type": "string", "enum": ["a"], ¦"x-ms-enum": { "name": 5 } } """),
                "PCG015",
                "its 'name' has to be a text"
            },
            {
                "an enumeration's name that is an object",
                Documents.WithThing(""" "part": { "type": "string", "enum": ["a"], ¦"x-ms-enum": { "name": {} } } """),
                "PCG015",
                "its 'name' has to be a text"
            },
            {
                "an enumeration's name that is empty",
                Documents.WithThing(""" "part": { "type": "string", "enum": ["a"], ¦"x-ms-enum": { "name": " " } } """),
                "PCG015",
                "its 'name' has to be a text"
            },
            {
                "x-ms-enum beside a reference",
                Documents.With(
                    Documents.Get("GetThing", """{ "$ref": "#/definitions/Thing" }"""),
                    """
                    "Thing": { "type": "object", "properties": { "part": { "$ref": "#/definitions/Kind", ¦"x-ms-enum": { "name": "Part" } } } },
                    "Kind": { "type": "string", "enum": ["a"] }
                    """
                ),
                "PCG015",
                "a $ref beside it refers to one that has its name"
            },
            {
                "x-ms-enum at what says more about a reference",
                Documents.With(
                    Documents.Get("GetThing", """{ "$ref": "#/definitions/Thing" }"""),
                    """
                    "Thing": { "type": "object", "properties": { "part": { "allOf": [ { "$ref": "#/definitions/Kind" } ], ¦"x-ms-enum": { "name": "Part" } } } },
                    "Kind": { "type": "string", "enum": ["a"] }
                    """
                ),
                "PCG015",
                "a $ref beside it refers to one that has its name"
            },
            {
                "x-powerconnectors-type-name beside a reference",
                Documents.With(
                    Documents.Get("GetThing", """{ "$ref": "#/definitions/Thing" }"""),
                    """
                    "Thing": { "type": "object", "properties": { "part": { "$ref": "#/definitions/Kind", ¦"x-powerconnectors-type-name": "Part" } } },
                    "Kind": { "type": "string", "enum": ["a"] }
                    """
                ),
                "PCG015",
                "a $ref beside it refers to one that has its name"
            },
            {
                "a member beside a reference to a parameter",
                Documents.With(
                    """
                    "/thing": { "get": { "operationId": "GetThing", "responses": { "200": { "description": "OK" } },
                      "parameters": [ { "$ref": "#/parameters/Top", ¦"required": true } ] } }
                    """,
                    more: """ "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } } """
                ),
                "PCG019",
                "a $ref beside it says what the parameter is"
            },
            {
                "a required member that is not declared",
                Documents.With(
                    Documents.Get("GetThing"),
                    """
                    "Base": { "type": "object", "properties": { "a": { "type": "string" } } },
                    "Free": { "type": "object", "required": ["x"] },
                    "Thing": { "allOf": [ { "$ref": "#/definitions/Base" }, { "required": ["b", ¦"c"] } ], "required": ["a"], "properties": { "b": { "type": "string" } } }
                    """
                ),
                "PCG032",
                "'c' is required"
            },
            {
                "another form of a list within a list",
                Documents.With(
                    Documents.Get(
                        "GetThing",
                        more: """ "parameters": [ { "name": "a", "in": "query", "type": "array", "items": { "type": "array", "items": { "type": "string" }, ¦"collectionFormat": "pipes" } } ], """
                    )
                ),
                "PCG019",
                "in whatever form the caller writes it"
            },
            {
                "parts that disagree",
                Documents.With(
                    Documents.Get("GetThing"),
                    """
                    "Base": { "type": "object", "properties": { "size": { "type": "string" }, "name": { "type": "string" } } },
                    "Middle": { "allOf": [ { "$ref": "#/definitions/Base" }, { "properties": { "name": { "type": "string", "format": "uri" } } } ] },
                    "Thing": { ¦"allOf": [ { "$ref": "#/definitions/Middle" }, { "$ref": "#/definitions/Thing" } ], "properties": { "size": { "$ref": "#/definitions/Size" } } },
                    "Size": { "type": "integer" }
                    """
                ),
                "PCG031",
                "'size', which is of type integer where it stands nearest and of type string in another"
            },
            {
                "a pageable that is a text",
                Documents.With(
                    """  "/a": { "get": { "operationId": "ListA", ¦"x-ms-pageable": "nextLink", "responses": { "200": { "description": "OK", "schema": { "type": "object" } } } } }"""
                ),
                "PCG015",
                "x-ms-pageable"
            },
        };

    [Theory]
    [MemberData(nameof(Documented))]
    public void A_document_has(string what, string? marked, string id, string says)
    {
        Generation generation = Generation.Of(new InputFile(Documents.Path, marked?.Replace("¦", "", StringComparison.Ordinal)));

        AssertOne(generation, Documents.Path, marked, id, says);
        Assert.NotEmpty(what);
        if (generation.Diagnostics[0].Severity == DiagnosticSeverity.Error)
        {
            Assert.Empty(generation.Sources);
        }
        else
        {
            generation.AssertCompiles();
        }
    }

    public static TheoryData<string, string?, string, string> Overlaid =>
        new()
        {
            { "not JSON", "{ \"overlay\": \"1.0.0\",\n ¦oops }", "PCG006", "Overlay 1.0" },
            { "empty", "", "PCG006", "Overlay 1.0" },
            { "not readable", null, "PCG006", "Overlay 1.0" },
            { "null", "null", "PCG006", "'overlay'" },
            { "an array", "¦[]", "PCG006", "'overlay'" },
            { "no version", "¦{ \"actions\": [] }", "PCG006", "'overlay'" },
            { "another version", "¦{ \"overlay\": \"2.0.0\", \"actions\": [] }", "PCG006", "'overlay'" },
            { "no actions", "¦{ \"overlay\": \"1.0.0\" }", "PCG006", "'actions'" },
            { "no target", Documents.Overlay("¦{ \"update\": {} }"), "PCG006", "'target'" },
            { "no action", Documents.Overlay("¦null"), "PCG006", "'target'" },
            { "neither update nor remove", Documents.Overlay("¦{ \"target\": \"$.info\" }"), "PCG006", "neither" },
            { "remove that is false", Documents.Overlay("¦{ \"target\": \"$.info\", \"remove\": false }"), "PCG006", "neither" },
            { "everything removed", Documents.Overlay("{ ¦\"target\": \"$\", \"remove\": true }"), "PCG006", "whole document" },
            { "everything replaced", Documents.Overlay("{ \"target\": \"$\", ¦\"update\": [] }"), "PCG006", "whole document" },
            {
                "paths removed",
                Documents
                    .Overlay("{ \"target\": \"$.paths\", \"remove\": true }")
                    .Replace("\"actions\"", "¦\"actions\"", StringComparison.Ordinal),
                "PCG003",
                "'paths'"
            },
            { "a filter", Documents.Overlay("{ ¦\"target\": \"$.paths[?(@.get)]\", \"update\": {} }"), "PCG007", "?(@.get)" },
            { "no dollar", Documents.Overlay("{ ¦\"target\": \"info\", \"update\": {} }"), "PCG007", "begin with $" },
            { "an open bracket", Documents.Overlay("{ ¦\"target\": \"$['info\", \"update\": {} }"), "PCG007", "not closed" },
            { "an open bracket at the end", Documents.Overlay("{ ¦\"target\": \"$[\", \"update\": {} }"), "PCG007", "[" },
            { "a name missing", Documents.Overlay("{ ¦\"target\": \"$.\", \"update\": {} }"), "PCG007", "a name is missing" },
            { "a slice", Documents.Overlay("{ ¦\"target\": \"$.tags[0:1]\", \"update\": {} }"), "PCG007", "0:1" },
            {
                "a target that is gone",
                Documents.Overlay("{ ¦\"target\": \"$.definitions.Gone\", \"update\": {} }"),
                "PCG008",
                "contoso.swagger.json"
            },
        };

    [Theory]
    [MemberData(nameof(Overlaid))]
    public void An_overlay_has(string what, string? marked, string id, string says)
    {
        Generation generation = Generation.Of(
            new InputFile(Documents.Path, Documents.With(Documents.Get("GetThing"), Thing)),
            new InputFile(Documents.OverlayPath, marked?.Replace("¦", "", StringComparison.Ordinal))
        );

        AssertOne(generation, Documents.OverlayPath, marked, id, says);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void A_broken_extension_of_an_overlay_is_shown_in_the_overlay()
    {
        string marked = Documents.Overlay("""{ "target": "$", "update": { ¦"x-powerconnectors-limits": 5 } }""");

        Generation generation = Generation.Of(
            Documents.With(Documents.Get("GetThing"), Thing),
            marked.Replace("¦", "", StringComparison.Ordinal)
        );

        AssertOne(generation, Documents.OverlayPath, marked, "PCG015", "'calls'");
    }

    [Theory]
    [InlineData("""{ "target": "$.definitions.Thing.properties.name", "update": { ¦"type": "strang" } }""", "PCG019", "update/type")]
    [InlineData(
        """{ "target": "$.definitions.Thing.properties", "update": { "more": { "items": { ¦"$ref": "#/definitions/Gone" }, "type": "array" } } }""",
        "PCG004",
        "update/more/items/$ref"
    )]
    [InlineData(
        """{ "target": "$.paths['/GetThing'].get", "update": { "parameters": [ {"name":"a","in":"query","type":"string"}, {"name":"b","in":"query",¦"type":"wrong"} ] } }""",
        "PCG019",
        "update/parameters/1/type"
    )]
    public void What_an_overlay_brought_is_shown_in_the_overlay(string action, string id, string place)
    {
        string marked = Documents.Overlay(action);

        Generation generation = Generation.Of(
            Documents.With(Documents.Get("GetThing"), Thing),
            marked.Replace("¦", "", StringComparison.Ordinal)
        );

        AssertOne(generation, Documents.OverlayPath, marked, id, $"JSON pointer: /actions/0/{place}");
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault() =>
        Generation.Of("\ufeff" + Documents.With(Documents.Get("GetThing")), "\ufeff" + Documents.Overlay()).AssertGood();

    [Fact]
    public void A_message_is_one_line_of_bounded_length()
    {
        string name = "a\n\u202e" + new string('b', 100_000);
        Generation generation = Generation.Of(
            Documents.WithThing($""" "x": 1 """).Replace("\"x\"", System.Text.Json.JsonSerializer.Serialize(name), StringComparison.Ordinal)
        );

        string message = Assert.Single(generation.Diagnostics).GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains("a\\u000a\\u202ebbb", message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 100, 1500);
    }

    [Fact]
    public void An_overlay_without_a_document_is_reported()
    {
        Generation generation = Generation.Of(new InputFile("/specs/other.overlay.json", Documents.Overlay()));

        AssertOne(generation, "/specs/other.overlay.json", "", "PCG009", "Name it like the document");
    }

    [Fact]
    public void Of_two_overlays_that_differ_in_case_only_the_second_is_reported()
    {
        Generation generation = Generation.Of(
            new InputFile("/specs/contoso.swagger.json", Documents.With(Documents.Get("GetThing"))),
            new InputFile("/specs/Contoso.overlay.json", Documents.Overlay()),
            new InputFile("/specs/contoso.overlay.json", Documents.Overlay())
        );

        AssertOne(generation, "/specs/contoso.overlay.json", "", "PCG009", "Name it like the document");
    }

    [Theory]
    [InlineData("there are none")]
    [InlineData("apiDefinition.json", "apiDefinition.json")]
    [InlineData("a.yaml, b.txt, c.json and 2 more", "x/e.json", "c.json", "b.txt", "y/d.swagger.yaml", "a.yaml")]
    public void A_project_without_a_document_is_told_so(string expected, params string[] files)
    {
        InputFile[] inputs = [.. files.Select(static file => new InputFile($"/specs/{file}", "{}"))];

        Diagnostic found = Assert.Single(Generation.Of(inputs).Diagnostics);

        Assert.Equal(("PCG026", DiagnosticSeverity.Warning, Location.None), (found.Id, found.Severity, found.Location));
        Assert.Contains($"AdditionalFiles ({expected}),", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contoso.swagger.json", "ConnectorClient", "false")]
    [InlineData("contoso.json", "ConnectorClient", "false")]
    public void A_project_that_wants_no_client_of_its_document_is_left_in_peace(string file, string key, string value) =>
        Assert.Empty(Generation.Of(new InputFile($"/specs/{file}", "{}", (key, value))).Diagnostics);

    [Fact]
    public void Doc_comments_name_no_method_of_an_operation_that_is_left_out()
    {
        Generation generation = Generation.Of(
            Documents.With(
                """
                "/upload": { "get": { "responses": {} } },
                "/{id}": { "get": { "operationId": "GetThing", "responses": {}, "parameters": [
                    { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-dynamic-values": { "operationId": "ListThings" } } ] } }
                """
            )
        );

        Assert.Equal(["PCG013", "PCG015"], generation.Diagnostics.Select(static diagnostic => diagnostic.Id).Order());
        generation.AssertCompiles();
    }

    [Theory]
    [InlineData("ConnectorClientName", "Contoso Client", "PCG011", "not a C# name")]
    [InlineData("ConnectorClientName", "class", "PCG011", "not a C# name")]
    [InlineData("ConnectorNamespace", "Contoso..Api", "PCG011", "not a C# name")]
    [InlineData("ConnectorNamespace", "1st", "PCG011", "not a C# name")]
    [InlineData("ConnectorClient", "maybe", "PCG011", "it has to be true, false or models")]
    [InlineData("ConnectorAccessibility", "private", "PCG011", "it has to be public or internal")]
    [InlineData("ConnectorTags", "No such", "PCG012", "ConnectorTags asks for 'No such', and no tag of an operation")]
    [InlineData("ConnectorOperations", "Nothing*", "PCG012", "Nothing*")]
    public void An_option_has(string key, string value, string id, string says)
    {
        Generation generation = Generation.Of(Documents.With(Documents.Get("GetThing"), Thing), overlay: null, (key, value));

        AssertOne(generation, Documents.Path, "", id, says);
    }

    [Fact]
    public void A_switch_with_an_impossible_value_is_reported_on_files_of_any_name()
    {
        Generation generation = Generation.Of(new InputFile("/specs/contoso.json", Documents.With(), ("ConnectorClient", "yes")));

        AssertOne(generation, "/specs/contoso.json", "", "PCG011", "ConnectorClient=\"yes\"");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Shared.Api", "OtherClient")]
    public void Two_documents_make_the_same_types(string space, string client)
    {
        string document = Documents.With(Documents.Get("GetThing", """{ "$ref": "#/definitions/Thing" }"""), Thing);
        (string, string)[] metadata = [.. space.Length == 0 ? [] : new[] { ("ConnectorNamespace", space) }];
        Generation generation = Generation.Of(
            new InputFile("/specs/a.swagger.json", document, metadata),
            new InputFile(
                "/specs/b.swagger.json",
                document,
                [.. metadata, .. client.Length == 0 ? [] : new[] { ("ConnectorClientName", client) }]
            )
        );

        AssertOne(generation, "/specs/b.swagger.json", "", "PCG016", "/specs/a.swagger.json");
        generation.AssertCompiles();
    }

    [Fact]
    public void A_failure_of_the_generator_itself_is_an_error_that_names_it()
    {
        string document = """{ "swagger": "2.0", "info": { "title": "", "version": "1" }, "paths": {} }""";

        // No input that does this is known; a path that is null cannot come from a project.
        ConnectorResult result = ConnectorBuilder.Build(
            new SpecFile(null!, document, new SpecOptions(null, null, null, default)),
            TestContext.Current.CancellationToken
        );

        Assert.Null(result.Model);
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal("PCG099", finding.Id);
        Assert.Equal(nameof(NullReferenceException), finding.Arguments[0]);
    }

    [Fact]
    public void One_broken_document_does_not_take_the_others_along()
    {
        Generation generation = Generation.Of(
            new InputFile("/specs/a.swagger.json", "{"),
            new InputFile("/specs/b.swagger.json", Documents.With(Documents.Get("GetThing"), Thing))
        );

        Assert.Equal("PCG001", Assert.Single(generation.Diagnostics).Id);
        Assert.Contains("Contoso.ContosoClient.g.cs", generation.Sources.Keys);
    }

    private static void AssertOne(Generation generation, string path, string? marked, string id, string says)
    {
        Diagnostic finding = Assert.Single(generation.Diagnostics);
        Assert.Null(generation.Result.Exception);
        Assert.Equal(id, finding.Id);
        Assert.Contains(says, finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        int mark = Math.Max(0, marked?.IndexOf('¦', StringComparison.Ordinal) ?? 0);
        int line = marked?[..mark].Count(static c => c == '\n') ?? 0;
        int column = mark == 0 ? 0 : mark - (marked!.LastIndexOf('\n', mark - 1) + 1);

        // As a build shows it: counted from 1.
        Assert.StartsWith($"{path}({line + 1},{column + 1}): ", finding.ToString(), StringComparison.Ordinal);
    }

    private static string Variants(string keyMember, string aliasName) =>
        Documents.With(
            Documents.Get("GetThing"),
            """
            "Link": { "type": "object", "properties": { "id": { "type": "string" } } },
            "Links": { "type": "array", "items": { "$ref": "#/definitions/Link" } },
            "LinkMap": { "type": "object", "additionalProperties": { "$ref": "#/definitions/Link" } }
            """,
            $$"""
              "x-powerconnectors-variants": [ ¦{ "array": "#/definitions/Links", "dictionary": "#/definitions/LinkMap",
                "keyMember": "{{keyMember}}", "keyRule": "lastSegment", "aliasName": "{{aliasName}}" } ]
            """
        );
}
