using System.Globalization;
using System.Text;

namespace PowerConnectors.Testing.Generating;

/// <summary>Makes a connector's document of any size, shaped as large ones are: many operations with parameters of their own, many definitions that name others.</summary>
internal static class LargeDocument
{
    /// <param name="size">How many characters it has at least.</param>
    public static string Of(int size)
    {
        StringBuilder paths = new();
        StringBuilder definitions = new();
        for (int i = 0; paths.Length + definitions.Length < size; i++)
        {
            string comma = i == 0 ? "" : ",";
            paths.Append(
                CultureInfo.InvariantCulture,
                $$"""
                {{comma}}"/things{{i}}/{id}": { "post": { "operationId": "UpdateThing{{i}}", "tags": ["Group{{i
                    / 20}}"], "summary": "Update thing {{i}}",
                  "description": "Changes what is known of thing {{i}}, and gives it as it is from then on.",
                  "parameters": [
                    { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-summary": "Id", "description": "Which one." },
                    { "name": "expand", "in": "query", "type": "string", "enum": ["none", "all"], "description": "What to give along with it." },
                    { "name": "thing", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Thing{{i}}" } } ],
                  "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Thing{{i}}" } } } } }
                """
            );
            definitions.Append(
                CultureInfo.InvariantCulture,
                $$"""
                {{comma}}"Thing{{i}}": { "type": "object", "required": ["id"], "properties": {
                  "id": { "type": "string", "description": "The id of the thing." },
                  "name": { "type": "string", "x-ms-summary": "Name", "description": "The name that people see." },
                  "count": { "type": "integer", "format": "int32" }, "changed": { "type": "string", "format": "date-time" },
                  "state": { "type": "string", "enum": ["Started", "Stopped"] },
                  "previous": { "$ref": "#/definitions/Thing{{Math.Max(0, i - 1)}}" },
                  "rows": { "type": "array", "items": { "type": "object", "properties": { "key": { "type": "string" }, "value": { "type": "number" } } } } } }
                """
            );
        }

        return $$"""
            { "swagger": "2.0", "info": { "title": "Large", "version": "1.0" }, "paths": { {{paths}} }, "definitions": { {{definitions}} } }
            """;
    }
}
