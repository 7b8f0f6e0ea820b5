using System.Globalization;
using PowerConnectors.Emulator.Paging;
using PowerConnectors.Emulator.Spec;

namespace PowerConnectors.Emulator.Validation;

/// <summary>Checks a query string against the parameters of an operation.</summary>
internal static class QueryCheck
{
    /// <summary>Says what is wrong; null if nothing is.</summary>
    public static string? Find(IQueryCollection query, SpecOperation operation)
    {
        var declared = operation.Parameters.Where(parameter => parameter.In == "query").ToList();
        var missing = declared.Find(parameter => parameter.Required && query[parameter.Name].ToString().Length == 0);
        if (missing is not null)
        {
            return $"The query parameter '{missing.Name}' is required.";
        }

        foreach (var (name, values) in query)
        {
            if (operation.Pageable && name == SkipToken.ParameterName)
            {
                continue;
            }

            // Names are compared as they are written: a client that changes their case has them wrong.
            if (declared.Find(parameter => parameter.Name == name) is not { } parameter)
            {
                return $"The query parameter '{name}' is not known to the operation '{operation.Id}'.";
            }

            if (values.Count != 1)
            {
                return $"The query parameter '{name}' is given {values.Count.ToString(CultureInfo.InvariantCulture)} times.";
            }

            if (!IsOfType(values.ToString(), parameter.Type))
            {
                return $"The value '{values}' of the query parameter '{name}' is not of type '{parameter.Type}'.";
            }
        }

        return null;
    }

    private static bool IsOfType(string value, string? type) =>
        type switch
        {
            "integer" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "boolean" => value is "true" or "false",
            _ => true,
        };
}
