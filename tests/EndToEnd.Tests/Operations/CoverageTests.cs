using System.Reflection;
using PowerAutomateManagement;

namespace PowerConnectors.EndToEnd.Tests.Operations;

public class CoverageTests
{
    [Fact]
    public void Every_operation_of_the_client_has_a_test_over_HTTP()
    {
        string[] operations =
        [
            .. typeof(PowerAutomateManagementClient)
                .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.IsVirtual && !method.IsFinal)
                .Select(method => method.Name),
        ];
        IEnumerable<string> covered = typeof(CoverageTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => method.GetCustomAttribute<CoversAttribute>()?.Method)
            .OfType<string>();

        Assert.Equal(24 + 5, operations.Length); // Operations, and lookups of values and of a schema.
        Assert.Equal(operations.Order(StringComparer.Ordinal), covered.Order(StringComparer.Ordinal));
    }
}
