using System.Globalization;
using System.Text.Json.Nodes;
using PowerConnectors.Generator.Diagnostics;

namespace PowerConnectors.Generator.Specs.Checks;

/// <summary>
/// Finds members that hold something else than Swagger 2.0 says, and takes them out: the OpenAPI reader drops more than the member, and says neither what nor where.
/// </summary>
internal sealed class ShapeChecks(SpecFile file, FindingList findings)
{
    private readonly List<string> _pointer = [];
    private readonly HashSet<JsonArray> _emptied = [];

    /// <summary>Takes out what was found wrong in lists, when nobody points to what stands there any more.</summary>
    public void RemoveEmptied()
    {
        foreach (JsonArray items in _emptied)
        {
            for (int i = items.Count - 1; i >= 0; i--)
            {
                if (items[i] is null)
                {
                    items.RemoveAt(i);
                }
            }
        }
    }

    public void Check(JsonObject owner, Shape shape)
    {
        foreach (KeyValuePair<string, JsonNode?> pair in owner.ToArray())
        {
            if (shape.Find(pair.Key) is not { } member)
            {
                continue;
            }

            _pointer.Add(pair.Key);
            if (pair.Value is null)
            {
                owner.Remove(pair.Key); // No value is no member.
            }
            else if (!member.IsRight(pair.Value))
            {
                findings.AddAt(Descriptors.Malformed, file, _pointer, pair.Key, member.Expected);
                owner.Remove(pair.Key);
            }
            else
            {
                CheckWithin(pair.Value, member);
            }

            _pointer.RemoveAt(_pointer.Count - 1);
        }
    }

    private void CheckWithin(JsonNode value, Member member)
    {
        switch (value)
        {
            case JsonArray items:
                CheckItems(items, member);
                break;
            case JsonObject members when member is { IsMap: true, Shape: { } shape }:
                foreach (KeyValuePair<string, JsonNode?> pair in members.ToArray())
                {
                    // Elsewhere than among schemas, it can be an extension.
                    if (pair.Value is not JsonObject && (shape.IsSchema || !pair.Key.StartsWith("x-", StringComparison.Ordinal)))
                    {
                        findings.AddAt(Descriptors.Malformed, file, [.. _pointer, pair.Key], pair.Key, member.ExpectedItem);
                        members.Remove(pair.Key);
                    }

                    CheckChild(pair.Key, pair.Value, shape);
                }

                break;
            case JsonObject one when member.Shape is { } shape:
                Check(one, shape);
                break;
        }
    }

    private void CheckItems(JsonArray items, Member member)
    {
        JsonNode?[] all = [.. items];
        for (int i = 0; i < all.Length; i++)
        {
            string position = i.ToString(CultureInfo.InvariantCulture);
            if (!member.IsRightItem(all[i]))
            {
                findings.AddAt(
                    Descriptors.Malformed,
                    file,
                    [.. _pointer, position],
                    $"{_pointer[_pointer.Count - 1]}/{position}",
                    member.ExpectedItem
                );

                // An item that is gone would move those behind it, which others point to by their number, and findings too.
                items[i] = null;
                _emptied.Add(items);
            }
            else if (member.Shape is { } shape)
            {
                CheckChild(position, all[i], shape);
            }
        }
    }

    private void CheckChild(string name, JsonNode? child, Shape shape)
    {
        if (child is JsonObject members)
        {
            _pointer.Add(name);
            Check(members, shape);
            _pointer.RemoveAt(_pointer.Count - 1);
        }
    }
}
