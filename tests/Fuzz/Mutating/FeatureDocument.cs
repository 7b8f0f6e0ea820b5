namespace PowerConnectors.Fuzz.Mutating;

/// <summary>A small document in which nearly everything occurs once that a document can say, so that mutations meet all of it.</summary>
internal static class FeatureDocument
{
    public const string Text = """
        {
          "swagger": "2.0",
          "info": { "title": "Features", "description": "All of them.", "version": "1.0", "contact": { "name": "A", "url": "https://contoso.example" } },
          "host": "contoso.example", "basePath": "/api", "schemes": ["https"], "consumes": ["application/json"], "produces": ["application/json"],
          "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" }, "oauth": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://contoso.example/a", "tokenUrl": "https://contoso.example/t", "scopes": { "all": "All." } } },
          "security": [ { "oauth": ["all"] } ],
          "tags": [ { "name": "Things", "description": "About things." } ],
          "x-ms-capabilities": { "testConnection": { "operationId": "ListThings" } },
          "x-powerconnectors-limits": [ { "calls": 10, "seconds": 60, "exceptMethods": ["GET"] } ],
          "x-powerconnectors-error-hints": { "Busy": "Wait a little." },
          "x-powerconnectors-variants": [ { "array": "#/definitions/List", "dictionary": "#/definitions/Map", "keyMember": "id", "keyRule": "lastSegment", "aliasName": "Alias" } ],
          "parameters": { "Id": { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "double" }, "Shared": { "name": "shared", "in": "query", "type": "integer", "format": "int32", "default": 5 } },
          "responses": { "Failed": { "description": "Failed.", "schema": { "$ref": "#/definitions/Error" } } },
          "paths": {
            "/{connectionId}/things": {
              "parameters": [ { "name": "connectionId", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" } ],
              "get": { "operationId": "ListThings", "tags": ["Things"], "summary": "List", "x-ms-pageable": { "nextLinkName": "nextLink" }, "x-ms-api-annotation": { "family": "ListThings", "revision": 1, "status": "Preview" },
                "parameters": [ { "$ref": "#/parameters/Shared" }, { "name": "$filter", "in": "query", "type": "array", "items": { "type": "string", "enum": ["a", "b"] }, "collectionFormat": "multi" }, { "name": "X-Trace", "in": "header", "type": "string", "default": "on", "x-ms-visibility": "internal" } ],
                "responses": { "200": { "description": "OK", "schema": { "type": "object", "properties": { "value": { "type": "array", "items": { "$ref": "#/definitions/Thing" } }, "nextLink": { "type": "string" } } } }, "default": { "$ref": "#/responses/Failed" } } },
              "post": { "operationId": "CreateThing", "tags": ["Things"], "deprecated": true,
                "parameters": [ { "name": "thing", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Derived" } } ],
                "responses": { "201": { "description": "Made", "schema": { "$ref": "#/definitions/Thing" } }, "202": { "description": "Later" } } }
            },
            "/{connectionId}/things/{id}": {
              "parameters": [ { "name": "connectionId", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" }, { "$ref": "#/parameters/Id" } ],
              "get": { "operationId": "GetThing", "parameters": [ { "name": "when", "in": "query", "type": "string", "format": "date-time" }, { "name": "kind", "in": "query", "required": true, "type": "string", "enum": ["One", "Two", ""], "x-ms-enum": { "name": "Kind" }, "x-ms-dynamic-values": { "operationId": "ListThings", "value-collection": "value", "value-path": "id", "value-title": "name" } } ],
                "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing" } } } },
              "put": { "operationId": "PutFile", "consumes": ["multipart/form-data"], "produces": ["application/octet-stream"],
                "parameters": [ { "name": "file", "in": "formData", "required": true, "type": "file" }, { "name": "note", "in": "formData", "type": "string" } ],
                "responses": { "200": { "description": "OK", "schema": { "type": "file" } } } },
              "delete": { "operationId": "DeleteThing", "parameters": [ { "name": "body", "in": "body", "schema": { "type": "object", "properties": { "reason": { "type": "string" } } } } ], "responses": { "204": { "description": "Gone" } } },
              "patch": { "operationId": "SendForm", "consumes": ["application/x-www-form-urlencoded"], "parameters": [ { "name": "a b", "in": "formData", "required": true, "type": "number" } ], "responses": { "default": { "description": "Any", "schema": { "type": "string" } } } }
            },
            "/{connectionId}/hooks": {
              "x-ms-notification-content": { "description": "Event", "schema": { "$ref": "#/definitions/Thing" } },
              "post": { "operationId": "OnThing", "x-ms-trigger": "single", "x-ms-trigger-metadata": { "mode": "webhook" },
                "parameters": [ { "name": "connectionId", "in": "path", "required": true, "type": "string", "x-ms-visibility": "internal" }, { "name": "hook", "in": "body", "schema": { "type": "object", "required": ["url"], "properties": { "url": { "type": "string", "x-ms-notification-url": true, "x-ms-visibility": "internal" }, "event": { "type": "string", "default": "all", "x-ms-visibility": "internal" } } } } ],
                "responses": { "201": { "description": "Registered", "schema": { "type": "array", "items": { "type": "array", "items": { "type": "integer", "format": "int64", "enum": [1, 2] } } } } } }
            }
          },
          "definitions": {
            "Thing": { "type": "object", "description": "A thing.", "required": ["id", "count"], "discriminator": "type", "x-ms-client-name": "Item",
              "properties": { "id": { "type": "string", "readOnly": true }, "type": { "type": "string" }, "count": { "type": "integer" }, "size": { "type": "number", "format": "float" }, "on": { "type": "boolean", "default": true },
                "state": { "type": "string", "enum": ["On", "off", "on-hold"] }, "uid": { "type": "string", "format": "uuid" }, "day": { "type": "string", "format": "date" }, "data": { "type": "string", "format": "byte" }, "link": { "type": "string", "format": "uri" },
                "parent": { "$ref": "#/definitions/Thing" }, "children": { "type": "array", "items": { "$ref": "#/definitions/Thing" } }, "map": { "$ref": "#/definitions/Map" }, "list": { "$ref": "#/definitions/List" }, "any": {}, "free": { "type": "object", "x-ms-dynamic-schema": { "operationId": "GetThing" } },
                "inner": { "type": "object", "properties": { "deep": { "type": "array", "items": { "type": "object", "properties": { "x": { "type": "string", "x-powerconnectors-secret": true } } } } } } } },
            "Derived": { "allOf": [ { "$ref": "#/definitions/Thing" }, { "type": "object", "required": ["more"], "properties": { "more": { "type": "string", "title": "More", "x-ms-summary": "More" } } } ] },
            "Alias": { "$ref": "#/definitions/Thing" },
            "Map": { "type": "object", "additionalProperties": { "$ref": "#/definitions/Element" } },
            "List": { "type": "array", "items": { "$ref": "#/definitions/Element" } },
            "Element": { "type": "object", "properties": { "id": { "type": "string" } }, "additionalProperties": { "type": "string" } },
            "Error": { "type": "object", "properties": { "error": { "type": "object", "properties": { "code": { "type": "string" }, "error": { "type": "string" } } } } }
          }
        }
        """;

    public const string Overlay = """
        {
          "overlay": "1.0.0",
          "info": { "title": "Features", "version": "1.0" },
          "actions": [
            { "target": "$.info", "update": { "description": "Some of them." } },
            { "target": "$.paths['/{connectionId}/things'].get", "update": { "x-powerconnectors-repeatable": true, "description": "Lists." } },
            { "target": "$.definitions.*.properties.id", "update": { "description": "The id." } },
            { "target": "$.definitions.Thing.properties.inner.properties.deep.items", "update": { "x-powerconnectors-type-name": "Depth" } },
            { "target": "$.definitions.Error.properties.error.properties.code", "remove": true },
            { "target": "$..tags[0]", "update": "More" }
          ]
        }
        """;
}
