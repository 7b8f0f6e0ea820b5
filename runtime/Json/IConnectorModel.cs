using System.ComponentModel;

namespace PowerConnectors.Json;

/// <summary>
/// Makes an empty model for the reader to fill. Generated types implement it besides deriving from <see cref="ConnectorModel"/> or a variant of a collection,
/// which read and write their JSON; nothing else needs to.
/// </summary>
/// <typeparam name="TSelf">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConnectorModel<TSelf>
    where TSelf : class, IConnectorModel<TSelf>
{
    /// <summary>Makes a model without values, also without required ones.</summary>
    /// <returns>The model.</returns>
    static abstract TSelf Create();
}
