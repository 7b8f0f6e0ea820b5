namespace PowerConnectors.Generator.Specs.Json;

/// <summary>One step on the way to a place in a document, which costs nothing until somebody asks for the way.</summary>
/// <param name="Outer">The step before; nothing for the first.</param>
/// <param name="Name">The name of a member, or the position in an array.</param>
internal sealed record Place(Place? Outer, string Name)
{
    /// <summary>The names on the way, from the outermost.</summary>
    public string[] Names
    {
        get
        {
            List<string> names = [];
            for (Place? at = this; at is not null; at = at.Outer)
            {
                names.Add(at.Name);
            }

            names.Reverse();
            return [.. names];
        }
    }
}
