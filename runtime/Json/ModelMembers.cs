using System.ComponentModel;

namespace PowerConnectors.Json;

/// <summary>What the properties of generated models tell their model. Nothing else needs it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelMembers
{
    /// <summary>
    /// Has a member written whatever its value: <c>false</c> or 0 in a required member stands for no value after reading, but not after somebody set it.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="name">The member's name on the wire.</param>
    public static void HasValue(ConnectorModel model, ReadOnlySpan<byte> name)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Notes is not null && model.IsValueless(name))
        {
            model.Forget(name);
        }
    }
}
