using PowerConnectors.Emulator.Spec;

namespace PowerConnectors.Emulator.Faults;

/// <summary>Finds what is wrong with a script that can be read.</summary>
internal static class FaultScriptCheck
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private static readonly Lazy<SpecDocument> Spec = new(SpecDocument.Load);

    /// <summary>Says what is wrong and where; null if nothing is.</summary>
    public static string? Find(FaultScript script)
    {
        for (var i = 0; i < script.Rules.Count; i++)
        {
            if (script.Rules[i] is null)
            {
                return $"The fault script is wrong at $.rules[{i}]: null is no rule.";
            }

            if (Find(script.Rules[i]) is var (member, problem))
            {
                return $"The fault script is wrong at $.rules[{i}].{member}: {problem}.";
            }
        }

        return null;
    }

    private static (string Member, string Problem)? Find(FaultRule rule)
    {
        if (FirstIndex(rule.Operations, Spec.Value.HasOperation) is { } operation)
        {
            return ($"operations[{operation}]", $"the connector has no operation '{rule.Operations[operation]}'");
        }

        if (FirstIndex(rule.Methods, name => Methods.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } method)
        {
            return ($"methods[{method}]", $"'{rule.Methods[method]}' is none of {string.Join(", ", Methods)}");
        }

        return rule switch
        {
            { Every: < 1 } => ("every", $"{rule.Every} is less than 1"),
            { Probability: not (>= 0 and <= 1) } => ("probability", FormattableString.Invariant($"{rule.Probability} is not from 0 to 1")),
            { Every: > 1, Probability: < 1 } => ("probability", "a rule has 'every' or 'probability', not both"),
            { Times: < 1 } => ("times", $"{rule.Times} is less than 1"),
            _ => rule.Fault.FindProblem() is var (member, problem) ? ($"fault.{member}", problem) : null,
        };
    }

    private static int? FirstIndex(IReadOnlyList<string> values, Predicate<string> isGood)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (!isGood(values[i]))
            {
                return i;
            }
        }

        return null;
    }
}
