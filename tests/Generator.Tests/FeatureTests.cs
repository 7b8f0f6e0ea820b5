using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>One small document per feature; what it becomes is a snapshot, and compiles.</summary>
public sealed class FeatureTests
{
    private static readonly Dictionary<string, (string Document, string? Overlay)> Features = new()
    {
        ["OpenEnum"] = (
            Documents.WithThing(
                """
                "state": { "type": "string", "enum": ["Started", "Stopped", "", "not-now", "1st"], "x-ms-enum": { "name": "ThingState" } },
                "kind": { "type": "string", "enum": ["A", "B"] },
                "wanted": { "type": "string", "enum": ["Stopped", "Deleted"], "x-ms-enum": { "name": "ThingState" } }
                """,
                """, "required": ["kind"] """
            ),
            null
        ),
        ["NestedObjects"] = (
            Documents.WithThing(
                """
                "properties": { "type": "object", "properties": {
                  "owner": { "type": "object", "properties": { "id": { "type": "string" } }, "required": ["id"] },
                  "steps": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" } } } },
                  "parent": { "$ref": "#/definitions/Thing" }
                } }
                """
            ),
            null
        ),
        ["Collections"] = (
            Documents.WithThing(
                """
                "matrix": { "type": "array", "items": { "type": "array", "items": { "type": "integer", "format": "int32" } } },
                "tags": { "type": "object", "additionalProperties": { "type": "string" } },
                "byName": { "type": "object", "additionalProperties": { "$ref": "#/definitions/Thing" } },
                "lists": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" } } },
                "states": { "type": "array", "items": { "type": "string", "enum": ["On", "Off"] } },
                "anything": { "type": "array" }
                """
            ),
            null
        ),
        ["AllOf"] = (
            Documents.With(
                Documents.Get("GetThing"),
                """
                "Base": { "type": "object", "discriminator": "kind", "required": ["kind"], "properties": {
                  "kind": { "type": "string" }, "size": { "type": "integer", "format": "int32" }, "part": { "$ref": "#/definitions/Thing" } } },
                "Thing": { "description": "A thing 🎉.", "allOf": [
                  { "$ref": "#/definitions/Base" },
                  { "required": ["name"], "properties": { "name": { "type": "string", "default": "n" } } } ],
                  "properties": {
                    "size": { "type": "integer", "default": "1" },
                    "next": { "description": "The next one.", "allOf": [ { "$ref": "#/definitions/Second" } ] },
                    "alias": { "$ref": "#/definitions/Second" },
                    "forgotten": { "properties": { "x": { "type": "string" } } },
                    "state": { "enum": ["On", null], "default": { "a": "</summary>" } }
                  } },
                "Second": { "allOf": [ { "$ref": "#/definitions/Thing" } ] },
                "Circle": { "allOf": [ { "$ref": "#/definitions/Circle" } ] }
                """
            ),
            null
        ),
        ["FreeJson"] = (
            Documents.WithThing(
                """
                "definition": { "type": "object" },
                "whatever": {},
                "dynamic": { "type": "object", "x-ms-dynamic-schema": { "operationId": "GetThing", "value-path": "schema" } }
                """,
                """, "required": ["definition"] """
            ),
            null
        ),
        ["Numbers"] = (
            Documents.WithThing(
                """
                "small": { "type": "integer", "format": "int32" },
                "large": { "type": "integer", "format": "int64" },
                "plain": { "type": "integer" },
                "real": { "type": "number" },
                "float": { "type": "number", "format": "float" },
                "flag": { "type": "boolean" },
                "at": { "type": "string", "format": "date-time" },
                "requiredSmall": { "type": "integer", "format": "int32" },
                "requiredAt": { "type": "string", "format": "date-time", "readOnly": true }
                """,
                """, "required": ["requiredSmall", "requiredAt", "flag"] """
            ),
            null
        ),
        ["NumberEnums"] = (
            Documents.With(
                """
                "/levels/{level}": { "get": { "operationId": "GetLevel", "parameters": [
                  { "name": "level", "in": "path", "required": true, "type": "integer", "enum": [1, 2], "x-enum-varnames": ["low", "high"] },
                  { "name": "size", "in": "query", "type": "number", "enum": [0.5, 1] },
                  { "name": "days", "in": "query", "type": "array", "items": { "type": "integer", "enum": [0, 6] } }
                ], "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing" } } } } }
                """,
                """
                "Thing": { "type": "object", "required": ["priority"], "properties": {
                  "priority": { "type": "integer", "format": "int32", "enum": [0, 1, -1, null], "x-enum-varnames": ["Low", "High"] },
                  "titled": { "type": "integer", "enum": [10, 20, 30], "x-ms-enum-values": [ { "value": 10, "displayName": "Not started" }, { "value": 20, "displayName": "🎉" } ] },
                  "shared": { "type": "integer", "enum": [1, 2], "x-ms-enum": { "name": "Shared", "values": [ { "value": 1, "name": "one" } ] } },
                  "sharedToo": { "type": "integer", "enum": [2, 3], "x-ms-enum": { "name": "Shared" } },
                  "sharedText": { "type": "string", "enum": ["2", "b"], "x-ms-enum": { "name": "Shared", "values": [ { "value": "2", "name": "Two" } ] } },
                  "ratio": { "type": "number", "enum": [1, 1.0, 1.5, -0.5, 1e30] },
                  "quoted": { "type": "integer", "enum": ["1", "2"] },
                  "many": { "type": "array", "items": { "type": "integer", "enum": [1, 9007199254740993] } },
                  "byName": { "type": "object", "additionalProperties": { "type": "number", "enum": [0.5] } },
                  "unfitting": { "type": "integer", "enum": [1, 1.5] },
                  "flag": { "type": "boolean", "enum": [true, "false"], "default": "yes" }
                } }
                """
            ),
            null
        ),
        ["Formats"] = (
            Documents.With(
                """
                "/by/{id}/{day}/{link}": { "get": { "operationId": "FindThing", "parameters": [
                  { "name": "id", "in": "path", "required": true, "type": "string", "format": "uuid" },
                  { "name": "day", "in": "path", "required": true, "type": "string", "format": "date" },
                  { "name": "link", "in": "path", "required": true, "type": "string", "format": "uri", "x-ms-url-encoding": "double" },
                  { "name": "site", "in": "query", "required": true, "type": "string", "format": "uri" },
                  { "name": "price", "in": "query", "type": "number", "format": "decimal" },
                  { "name": "hash", "in": "header", "type": "string", "format": "byte" },
                  { "name": "pin", "in": "query", "type": "string", "format": "uuid", "x-powerconnectors-secret": true },
                  { "name": "ids", "in": "query", "type": "array", "items": { "type": "string", "format": "uuid" } }
                ], "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing" } } } } },
                "/one": { "put": { "operationId": "PutId", "parameters": [
                  { "name": "body", "in": "body", "required": true, "schema": { "type": "string", "format": "uuid" } }
                ], "responses": { "200": { "description": "OK", "schema": { "type": "string", "format": "byte" } } } } }
                """,
                """
                "Thing": { "type": "object", "required": ["id", "day", "site"], "properties": {
                  "id": { "type": "string", "format": "uuid" },
                  "day": { "type": "string", "format": "date" },
                  "site": { "type": "string", "format": "uri" },
                  "otherId": { "type": "string", "format": "guid" },
                  "otherDay": { "type": "string", "format": "date" },
                  "at": { "type": "string", "format": "date-time" },
                  "picture": { "type": "string", "format": "byte" },
                  "price": { "type": "number", "format": "decimal" },
                  "weight": { "type": "number", "format": "float" },
                  "count": { "type": "integer", "format": "uint64" },
                  "mail": { "type": "string", "format": "email" },
                  "ids": { "type": "array", "items": { "type": "string", "format": "uuid" } },
                  "prices": { "type": "object", "additionalProperties": { "type": "number", "format": "decimal" } }
                } }
                """
            ),
            null
        ),
        ["AdditionalProperties"] = (
            Documents.With(
                Documents.Put("PutThing", "Thing"),
                """
                "Thing": { "type": "object", "properties": { "id": { "type": "string" } }, "additionalProperties": { "type": "string", "format": "uuid" } },
                "Numbers": { "type": "object", "properties": { "additionalProperties": { "type": "string" } }, "additionalProperties": { "type": "integer", "enum": [1] } },
                "Objects": { "type": "object", "properties": { "id": { "type": "string" } }, "additionalProperties": { "type": "object", "required": ["x"], "properties": { "x": { "type": "string" } } } },
                "Lists": { "type": "object", "properties": { "id": { "type": "string" } }, "additionalProperties": { "type": "array", "items": { "$ref": "#/definitions/Lists" } } },
                "Free": { "type": "object", "properties": { "id": { "type": "string" } }, "additionalProperties": true },
                "Any": { "type": "object", "properties": { "id": { "type": "string" } }, "additionalProperties": {} },
                "Closed": { "type": "object", "properties": { "id": { "type": "string" } }, "additionalProperties": false }
                """
            ),
            null
        ),
        ["HiddenMembers"] = (
            Documents.With(
                Documents.Put("PutThing", "Thing"),
                """
                "Thing": { "type": "object", "required": ["kind", "secret", "name"], "properties": {
                  "name": { "type": "string", "default": "n" },
                  "kind": { "type": "string", "default": "</summary> \"x\" \u2028", "x-ms-visibility": "internal" },
                  "secret": { "type": "string", "x-ms-visibility": "internal" },
                  "hidden": { "type": "string", "x-ms-visibility": "internal" },
                  "count": { "type": "integer", "default": "7", "x-ms-visibility": "internal" },
                  "ratio": { "type": "number", "default": 0.5, "x-ms-visibility": "internal" },
                  "flag": { "type": "boolean", "default": "False", "x-ms-visibility": "internal" },
                  "state": { "type": "string", "enum": ["On", "Off"], "default": "On", "x-ms-visibility": "internal" },
                  "level": { "type": "integer", "enum": [1], "default": 1, "x-ms-visibility": "internal" },
                  "text": { "type": "string", "default": 1, "x-ms-visibility": "internal" },
                  "tags": { "type": "array", "items": { "type": "string" }, "default": ["a"], "x-ms-visibility": "internal" },
                  "part": { "type": "object", "properties": { "x": { "type": "string" } }, "default": { "x": "y" }, "x-ms-visibility": "internal" },
                  "free": { "default": { "x": null }, "x-ms-visibility": "internal" },
                  "readOnly": { "type": "string", "readOnly": true, "default": "x", "x-ms-visibility": "internal" },
                  "wrongCount": { "type": "integer", "default": "many", "x-ms-visibility": "internal" },
                  "wrongFlag": { "type": "boolean", "default": 1, "x-ms-visibility": "internal" },
                  "wrongTags": { "type": "array", "items": { "type": "string" }, "default": "a", "x-ms-visibility": "internal" },
                  "wrongPart": { "type": "object", "properties": { "x": { "type": "string" } }, "default": [], "x-ms-visibility": "internal" }
                } }
                """
            ),
            null
        ),
        ["Bodies"] = (
            Documents.With(
                """
                "/required": { "put": { "operationId": "PutThing",
                  "parameters": [ { "name": "thing", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Thing" } } ],
                  "responses": { "204": { "description": "No content" } } } },
                "/optional": { "post": { "operationId": "PostThing",
                  "parameters": [ { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Thing" } } ],
                  "responses": { "202": { "description": "Accepted" } } } },
                "/inline": { "patch": { "operationId": "PatchThing",
                  "parameters": [ { "name": "body", "in": "body", "required": true, "schema": { "type": "object", "properties": { "name": { "type": "string" } } } } ],
                  "responses": { "200": { "description": "OK", "schema": { "type": "object", "properties": { "etag": { "type": "string" } } } } } } },
                "/list": { "post": { "operationId": "PostNames",
                  "parameters": [ { "name": "names", "in": "body", "required": true, "schema": { "type": "array", "items": { "type": "string" } } } ],
                  "responses": { "200": { "description": "OK", "schema": { "type": "array", "items": { "type": "string" } } } } } },
                "/number": { "post": { "operationId": "PostNumber",
                  "parameters": [ { "name": "number", "in": "body", "schema": { "type": "integer" } } ],
                  "responses": { "200": { "description": "OK", "schema": { "type": "integer" } } } } },
                "/state": { "post": { "operationId": "PostState",
                  "parameters": [ { "name": "state", "in": "body", "schema": { "type": "string", "enum": ["On", "Off"] } } ],
                  "responses": { "200": { "description": "OK", "schema": { "type": "object" } } } } }
                """,
                """
                "Thing": { "type": "object", "required": ["name", "id"], "properties": {
                  "name": { "type": "string" }, "id": { "type": "string", "readOnly": true }, "part": { "$ref": "#/definitions/Part" } } },
                "Part": { "type": "object", "required": ["count"], "properties": { "count": { "type": "integer" } } }
                """
            ),
            null
        ),
        ["Parameters"] = (
            Documents.With(
                """
                "/{connectionId}/things/{thing-id}/{number}/{state}": { "get": { "operationId": "GetThing", "parameters": [
                  { "name": "connectionId", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" },
                  { "name": "thing-id", "in": "path", "required": true, "type": "string", "x-ms-dynamic-values": { "operationId": "ListThings" } },
                  { "name": "number", "in": "path", "required": true, "type": "integer", "format": "int32" },
                  { "name": "state", "in": "path", "required": true, "type": "string", "enum": ["On", "Off"] },
                  { "name": "text", "in": "query", "type": "string" },
                  { "name": "requiredText", "in": "query", "required": true, "type": "string" },
                  { "name": "$top", "in": "query", "type": "integer" },
                  { "name": "ratio", "in": "query", "type": "number" },
                  { "name": "flag", "in": "query", "required": true, "type": "boolean" },
                  { "name": "since", "in": "query", "type": "string", "format": "date-time" },
                  { "name": "order", "in": "query", "type": "string", "enum": ["up", "down"] },
                  { "name": "requiredOrder", "in": "query", "required": true, "type": "string", "enum": ["up", "down"] },
                  { "name": "class", "in": "query", "type": "string" },
                  { "name": "request", "in": "query", "type": "string" },
                  { "name": "api-version", "in": "query", "type": "string" }
                ], "responses": { "200": { "description": "OK" } } } },
                "/{connectionId}/things": { "get": { "operationId": "ListThings", "tags": ["Things"], "x-ms-pageable": { "nextLinkName": "@odata.nextLink" }, "parameters": [
                  { "name": "connectionId", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" }
                ], "responses": { "200": { "description": "The things.", "schema": { "type": "object", "properties": {
                  "value": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" } } } } } } } } } }
                """
            ),
            null
        ),
        ["ParameterForms"] = (
            Documents.With(
                """
                "/{tenant}/{version}/things/{id}": {
                  "parameters": [ { "$ref": "#/parameters/trace" } ],
                  "get": { "operationId": "GetThing", "parameters": [
                    { "name": "optional", "in": "query", "type": "string", "default": "some \"text\"" },
                    { "name": "rare", "in": "query", "type": "string", "x-ms-visibility": "advanced" },
                    { "name": "version", "in": "path", "required": true, "type": "string", "default": "v1/x", "x-ms-visibility": "internal" },
                    { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "double" },
                    { "name": "csv", "in": "query", "required": true, "type": "array", "items": { "type": "string" } },
                    { "name": "multi", "in": "query", "type": "array", "collectionFormat": "multi", "items": { "type": "integer" } },
                    { "name": "api-version", "in": "query", "type": "string", "default": "2016", "x-ms-visibility": "internal" },
                    { "name": "hidden", "in": "query", "type": "string", "x-ms-visibility": "internal" },
                    { "name": "asked", "in": "query", "required": true, "type": "string", "x-ms-visibility": "internal" },
                    { "name": "X-Kinds", "in": "header", "type": "array", "collectionFormat": "pipes", "items": { "type": "string", "enum": ["a", "b"] } },
                    { "name": "If-Match", "in": "header", "required": true, "type": "string" },
                    { "name": "Content-Type", "in": "header", "type": "string", "default": "application/json", "x-ms-visibility": "internal" }
                  ], "responses": { "200": { "description": "OK" } } } }
                """,
                more: """ "parameters": { "trace": { "name": "X-Trace", "in": "header", "type": "boolean" } } """
            ),
            null
        ),
        ["BodyForms"] = (
            Documents.With(
                """
                "/text": { "post": { "operationId": "PostText", "consumes": ["text/plain"], "parameters": [ { "name": "body", "in": "body", "required": true, "schema": { "type": "string" } } ], "responses": { "200": { "description": "OK" } } } },
                "/xml": { "put": { "operationId": "PutXml", "consumes": ["application/xml"], "parameters": [ { "name": "body", "in": "body", "schema": { "type": "object" } } ], "responses": { "200": { "description": "OK" } } } },
                "/patch": { "patch": { "operationId": "PatchThing", "consumes": ["application/merge-patch+json"], "parameters": [ { "name": "body", "in": "body", "schema": { "type": "object" } } ], "responses": { "200": { "description": "OK" } } } },
                "/binary": { "delete": { "operationId": "DeleteWithContent", "parameters": [ { "name": "body", "in": "body", "required": true, "schema": { "type": "string", "format": "binary" } } ], "responses": { "200": { "description": "OK" } } } },
                "/form": { "post": { "operationId": "PostForm", "parameters": [
                  { "name": "user name", "in": "formData", "required": true, "type": "string" },
                  { "name": "ids", "in": "formData", "type": "array", "collectionFormat": "multi", "items": { "type": "integer" } },
                  { "name": "grant", "in": "formData", "type": "string", "default": "code", "x-ms-visibility": "internal" } ], "responses": { "200": { "description": "OK" } } } },
                "/upload": { "post": { "operationId": "Upload", "consumes": ["multipart/form-data"], "parameters": [
                  { "name": "file", "in": "formData", "required": true, "type": "file" },
                  { "name": "comment", "in": "formData", "type": "string" } ], "responses": { "200": { "description": "OK" } } } }
                """
            ),
            null
        ),
        ["Answers"] = (
            Documents.With(
                """
                "/text": { "get": { "operationId": "GetText", "produces": ["text/plain"], "responses": { "200": { "description": "OK", "schema": { "type": "string" } } } } },
                "/pdf": { "get": { "operationId": "GetPdf", "produces": ["application/pdf"], "responses": { "200": { "description": "OK", "schema": { "type": "file" } } } } },
                "/binary": { "get": { "operationId": "GetBinary", "responses": { "200": { "description": "OK", "schema": { "type": "string", "format": "binary" } } } } },
                "/maybe": { "get": { "operationId": "GetMaybe", "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing" } }, "204": { "description": "None" } } } },
                "/differing": { "post": { "operationId": "PostDiffering", "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing" } }, "201": { "description": "OK", "schema": { "type": "array", "items": { "type": "string" } } } } } },
                "/default": { "get": { "operationId": "GetDefault", "responses": { "default": { "description": "The thing", "schema": { "$ref": "#/definitions/Thing" } } } } },
                "/head": { "head": { "operationId": "HeadThing", "responses": { "200": { "description": "OK" } } } },
                "/options": { "options": { "operationId": "GetOptions", "responses": { "200": { "description": "OK" } } } },
                "/pages": { "post": { "operationId": "ListByPost", "x-ms-pageable": { "nextLinkName": "nextlink" }, "responses": { "200": { "description": "OK", "schema": { "type": "object", "properties": { "rows": { "type": "array", "items": { "type": "string" } } } } } } } }
                """,
                """  "Thing": { "type": "object", "properties": { "name": { "type": "string" } } }"""
            ),
            null
        ),
        ["Host"] = (
            Documents.With(
                Documents.Get("GetThing"),
                more: """ "host": "api.contoso.com", "basePath": "/v1/", "schemes": ["http", "https"] """
            ),
            null
        ),
        ["Deprecated"] = (
            Documents.With(
                Documents.Get("GetOld", more: """ "deprecated": true, "tags": ["Old"], """)
                    + ","
                    + Documents.Get("GetNew", more: """ "summary": "Get it", "externalDocs": { "url": "https://contoso.com/help" }, """)
            ),
            null
        ),
        ["Variants"] = (
            Documents.With(
                Documents.Get("GetThings", """{ "$ref": "#/definitions/Links" }"""),
                """
                "Link": { "type": "object", "properties": { "id": { "type": "string" }, "alias": { "type": "string" } } },
                "Links": { "type": "array", "items": { "$ref": "#/definitions/Link" } },
                "LinkMap": { "type": "object", "additionalProperties": { "$ref": "#/definitions/Link" } }
                """
            ),
            Documents.Overlay(
                """
                { "target": "$", "update": { "x-powerconnectors-variants": [ {
                  "array": "#/definitions/Links", "dictionary": "#/definitions/LinkMap", "keyMember": "id", "keyRule": "lastSegment", "aliasName": "Alias" } ] } }
                """
            )
        ),
        ["HintsAndSecrets"] = (
            Documents.With(
                """
                "/{tenantKey}/things/{shareKey}": {
                  "parameters": [
                    { "name": "tenantKey", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal", "x-powerconnectors-secret": true },
                    { "name": "shareKey", "in": "path", "required": true, "type": "string", "x-powerconnectors-secret": true },
                    { "name": "$pin", "in": "query", "type": "string", "description": "The pin.", "x-powerconnectors-secret": true },
                    { "name": "open", "in": "query", "type": "string", "x-powerconnectors-secret": false } ],
                  "get": { "operationId": "GetThing", "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing" } } } } }
                """,
                """
                "Thing": { "type": "object", "properties": {
                  "callbackUrl": { "type": "string", "readOnly": true },
                  "properties": { "type": "object", "properties": { "pass phrase": { "type": "string", "x-powerconnectors-secret": true } } } } }
                """
            ),
            Documents.Overlay(
                """{ "target": "$", "update": { "x-powerconnectors-error-hints": { "NotFound": " Check \"the\" name. ", "Busy": "Call later." } } }""",
                """{ "target": "$.definitions.Thing.properties.callbackUrl", "update": { "x-powerconnectors-secret": true } }"""
            )
        ),
        ["KeyInHeader"] = (
            Documents.With(
                Documents.Get("GetThing"),
                more: """
                "host": "api.contoso.com",
                "securityDefinitions": { "API Key": { "type": "apiKey", "in": "header", "name": "Authorization", "description": "Ask <us> for it." } },
                "security": []
                """
            ),
            null
        ),
        ["BasicLogin"] = (
            Documents.With(
                """
                "/{class}/things": { "get": { "operationId": "GetThing", "parameters": [
                  { "name": "class", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" }
                ], "responses": { "200": { "description": "OK" } } } }
                """,
                more: """
                "securityDefinitions": { "login": { "type": "basic" }, "key": { "type": "apiKey", "in": "query", "name": "auth" } },
                "security": [ { "login": [] }, { "key": [] } ]
                """
            ),
            null
        ),
        ["SeveralCredentials"] = (
            Documents.With(
                """
                "/{class}/things": { "get": { "operationId": "GetThing", "parameters": [
                  { "name": "class", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" }
                ], "responses": { "200": { "description": "OK" } } } }
                """,
                more: """
                "securityDefinitions": {
                  "api_key": { "type": "apiKey", "in": "query", "name": "$key" },
                  "api-key": { "type": "apiKey", "in": "header", "name": "X-Key" },
                  "apiKey": { "type": "apiKey", "in": "header", "name": "X-Plain" },
                  "endpoint": { "type": "apiKey", "in": "header", "name": "X-Endpoint" },
                  "class": { "type": "apiKey", "in": "header", "name": "X-Class" },
                  "entra": { "type": "oauth2", "x-powerconnectors-scope-hosts": ["api.contoso.com", "*.contoso.net"] }
                },
                "security": [ { "api_key": [], "api-key": [], "apiKey": [], "endpoint": [], "class": [], "entra": ["https://contoso.com/.default"] } ]
                """
            ),
            null
        ),
        ["OpenApi3Schemas"] = (
            """
            {
              "openapi": "3.0.3", "info": { "title": "Contoso", "version": "1.0" },
              "paths": { "/things": { "get": { "operationId": "GetThing", "responses": { "200": { "description": "OK",
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
              "components": { "schemas": {
                "Thing": { "type": "object", "required": ["name", "note"], "properties": {
                  "name": { "type": "string", "deprecated": true, "description": "The name." },
                  "note": { "type": "string", "nullable": true },
                  "one": { "oneOf": [ { "$ref": "#/components/schemas/Thing" } ] },
                  "either": { "anyOf": [ { "$ref": "#/components/schemas/Thing" }, { "type": "string" } ] },
                  "deep": { "$ref": "#/components/schemas/Thing/properties/state" },
                  "state": { "type": "string", "enum": ["On", "Off"] } } } } }
            }
            """,
            null
        ),
        ["OpenApi3Operations"] = (
            """
            {
              "openapi": "3.0.0", "info": { "title": "Contoso", "version": "1.0" },
              "servers": [ { "url": "https://{place}.contoso.com/v1/", "variables": { "place": { "default": "eu" } } } ],
              "paths": { "/things/{id}": {
                "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "integer", "format": "int32" } } ],
                "get": { "operationId": "GetThing", "parameters": [ { "$ref": "#/components/parameters/Kinds" } ],
                  "responses": { "2XX": { "description": "OK", "content": { "text/csv": { "schema": { "type": "string" } } } } } },
                "put": { "operationId": "PutThing", "requestBody": { "$ref": "#/components/requestBodies/Thing" },
                  "responses": { "default": { "$ref": "#/components/responses/Done" } } } } },
              "components": {
                "parameters": { "Kinds": { "name": "kinds", "in": "query", "style": "spaceDelimited", "explode": false,
                  "schema": { "type": "array", "items": { "type": "string" } } } },
                "requestBodies": { "Thing": { "description": "The thing.", "content": { "multipart/form-data": { "schema": {
                  "type": "object", "required": ["file"], "properties": {
                    "file": { "type": "string", "format": "binary" }, "name": { "type": "string", "default": "n" } } } } } } },
                "responses": { "Done": { "description": "Done.", "content": { "application/json": { "schema": {
                  "type": "object", "properties": { "ok": { "type": "boolean" } } } } } } },
                "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } } }
            }
            """,
            null
        ),
        ["SecurityAndLimits"] = (
            Documents.With(
                """
                "/{region}/{connectionId}/things": {
                  "parameters": [
                    { "name": "region", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" },
                    { "name": "connectionId", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" } ],
                  "get": { "operationId": "GetThing", "responses": { "200": { "description": "OK", "schema": { "type": "object" } } } },
                  "post": { "operationId": "StartThing", "x-powerconnectors-repeatable": true, "responses": { "200": { "description": "OK" } } },
                  "patch": { "operationId": "ChangeThing", "x-powerconnectors-repeatable": false, "responses": { "200": { "description": "OK" } } } }
                """,
                more: """
                "securityDefinitions": { "oauth": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://login.contoso.com", "tokenUrl": "https://login.contoso.com", "scopes": { "https://contoso.com/.default": "All" } } },
                "security": [ { "oauth": ["https://contoso.com/.default"] } ],
                "x-powerconnectors-limits": [ { "calls": 100, "seconds": 60 }, { "calls": 5, "seconds": 10, "exceptMethods": ["GET"] } ]
                """
            ),
            null
        ),
        ["Lookups"] = (
            Documents.With(
                """
                "/datasets": { "get": { "operationId": "GetDataSets", "responses": { "200": { "description": "OK", "schema": { "type": "object", "properties": {
                  "value": { "type": "array", "items": { "type": "object", "properties": { "Name": { "type": "string" } } } } } } } } } },
                "/tables": { "get": { "operationId": "GetTables", "deprecated": true, "parameters": [
                  { "name": "dataset", "in": "query", "required": true, "type": "string", "description": "The dataset.", "x-ms-dynamic-values": { "operationId": "GetDataSets", "value-collection": "value", "value-path": "Name" } },
                  { "name": "type", "in": "query", "type": "string", "enum": ["list", "view"] },
                  { "name": "$top", "in": "query", "type": "integer", "format": "int32" } ],
                  "responses": { "200": { "description": "OK", "schema": { "type": "array", "items": { "type": "string" } } } } } },
                "/kinds/{id}": { "post": { "operationId": "ListKinds", "parameters": [
                  { "name": "id", "in": "path", "required": true, "type": "string" },
                  { "name": "body", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Thing" } } ],
                  "responses": { "200": { "description": "OK" } } } },
                "/schema": { "get": { "operationId": "GetTableSchema", "parameters": [ { "name": "table", "in": "query", "required": true, "type": "string" } ],
                  "responses": { "200": { "description": "OK", "schema": { "type": "object", "properties": { "schema": { "type": "object" } } } }, "204": { "description": "None" } } } },
                "/things": { "post": { "operationId": "PostThing", "parameters": [
                  { "name": "table", "in": "query", "type": "string",
                    "x-ms-dynamic-values": { "operationId": "Nothing" },
                    "x-ms-dynamic-list": { "operationId": "GetTables", "parameters": { "dataset": { "parameterReference": "dataset" }, "type": { "value": "a \"view\"" }, "$top": { "value": 5 } } } },
                  { "name": "file", "in": "query", "type": "string", "x-ms-dynamic-values": { "capability": "file-picker", "value-path": "Id" } },
                  { "name": "thing", "in": "body", "schema": { "$ref": "#/definitions/Thing" } } ],
                  "responses": { "200": { "description": "OK", "schema": { "type": "object", "x-ms-dynamic-properties": { "operationId": "GetTableSchema", "itemValuePath": "schema", "parameters": { "table": { "parameterReference": "table" } } } } } } } }
                """,
                """
                "Thing": { "type": "object", "properties": {
                  "kinds": { "type": "array", "items": { "type": "string", "x-ms-dynamic-values": { "operationId": "ListKinds", "value-collection": "all/kinds", "value-path": "id", "value-title": "names/en", "parameters": { "id": "1" } } } },
                  "free": { "type": "object", "x-ms-dynamic-schema": { "operationId": "ListKinds", "parameters": { "id": { "parameter": "kind" } } } } } }
                """
            ),
            null
        ),
        ["RevisionsAndSummaries"] = (
            Documents.With(
                """
                "/v1": { "get": { "operationId": "GetThingV1", "x-ms-summary": "Get it", "x-ms-api-annotation": { "family": "GetThing", "revision": 1 }, "responses": { "200": { "description": "", "x-ms-summary": "The thing", "schema": { "$ref": "#/definitions/Thing" } } } } },
                "/v2": { "get": { "operationId": "GetThingV2", "deprecated": true, "x-ms-api-annotation": { "family": "GetThing", "revision": 2 }, "responses": { "200": { "description": "OK" } } } },
                "/v3": { "get": { "operationId": "GetThingV3", "x-ms-api-annotation": { "family": "GetThing", "revision": 3, "status": "Preview" }, "responses": { "200": { "description": "OK" } } } },
                "/old": { "get": { "operationId": "GetOld", "x-ms-api-annotation": { "status": "Production", "replacement": { "api": "Contoso", "operationId": "GetThingV3" } }, "responses": { "200": { "description": "OK" } } } }
                """,
                """
                "Thing": { "type": "object", "x-ms-summary": "Thing <1>", "title": "thing", "description": "What there is.", "properties": {
                  "names": { "type": "array", "items": { "type": "string", "x-ms-summary": "Name", "description": "One of the names." } } } }
                """
            ),
            null
        ),
        ["Triggers"] = (
            Documents.With(
                """
                "/hooks": {
                  "x-ms-notification-content": { "description": "What happened", "schema": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "things": { "type": "array", "items": { "$ref": "#/definitions/Thing" } } } } },
                  "post": { "operationId": "WhenThingIsMade", "x-ms-trigger": "single", "parameters": [ { "name": "hook", "in": "body", "required": true, "schema": { "type": "object", "required": ["url"], "properties": {
                    "url": { "type": "string", "x-ms-notification-url": true, "x-ms-visibility": "internal" } } } } ], "responses": { "201": { "description": "Created" } } } },
                "/hooks/refs": {
                  "x-ms-notification-content": { "schema": { "$ref": "#/definitions/Thing" } },
                  "put": { "operationId": "WhenThingGoes", "x-ms-trigger": "batch", "parameters": [ { "name": "callback", "in": "query", "type": "string", "x-ms-notification-url": true, "x-ms-visibility": "internal" } ], "responses": { "201": { "description": "Created" } } } },
                "/pushed": { "x-ms-notification-content": { "schema": { "type": "array", "items": { "type": "object", "properties": { "x": { "type": "string" } } } } } },
                "/polls/values": { "get": { "operationId": "GetOnNewThings", "x-ms-trigger": "batch", "parameters": [ { "name": "continuationToken", "in": "query", "type": "string" } ],
                  "responses": { "200": { "description": "New things", "schema": { "type": "object", "properties": { "value": { "type": "array", "items": { "$ref": "#/definitions/Thing" } } } } }, "202": { "description": "None" } } } },
                "/polls/list": { "get": { "operationId": "PollNames", "x-ms-trigger": "batch", "responses": { "200": { "description": "OK", "schema": { "type": "array", "items": { "type": "string" } } } } } },
                "/polls/one": { "get": { "operationId": "WhenChanged", "x-ms-trigger": "single", "responses": { "200": { "description": "OK", "schema": { "type": "object", "properties": { "value": { "type": "array", "items": { "$ref": "#/definitions/Thing" } } } } } } } },
                "/polls/file": { "get": { "operationId": "OnNewFile", "x-ms-trigger": "single", "produces": ["application/pdf"], "responses": { "200": { "description": "OK", "schema": { "type": "file" } } } } },
                "/polls/any": { "get": { "operationId": "OnAny", "x-ms-trigger": "single", "responses": { "200": { "description": "OK" } } } }
                """,
                """ "Thing": { "type": "object", "properties": { "name": { "type": "string" } } } """
            ),
            null
        ),
    };

    public static TheoryData<string> Names => [.. Features.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Becomes(string feature)
    {
        (string document, string? overlay) = Features[feature];
        Generation generation = Generation.Of(document, overlay).AssertGood();
        Snapshot.Verify(feature, generation.Sources);
    }
}
