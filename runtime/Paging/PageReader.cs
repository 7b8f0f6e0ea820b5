using System.Text;
using System.Text.Json;
using PowerConnectors.Json;

namespace PowerConnectors.Paging;

/// <summary>Reads a page: its items and its link, whether the document declares them or not. Everything else is passed over.</summary>
internal sealed class PageReader<T>(string itemsName, string? nextLinkName, ReadValue<T> readItem)
{
    private readonly byte[] _itemsName = Encoding.UTF8.GetBytes(itemsName);
    private readonly byte[]? _nextLinkName = nextLinkName is null ? null : Encoding.UTF8.GetBytes(nextLinkName);

    public PageBody<T> Read(ref ModelReader reader)
    {
        IReadOnlyList<T>? items = null;
        string? nextLink = null;
        reader.BeginObject();
        while (reader.ReadMember(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual(_itemsName))
            {
                items = reader.TokenType == JsonTokenType.Null ? [] : (List<T>)reader.ReadList(readItem);
            }
            else if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }
            else if (IsNextLink(name))
            {
                nextLink = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        // Taken as empty it would end the listing as if nothing more were there.
        return items is null
            ? throw new JsonException($"the member '{itemsName}' with the page's items is missing")
            : new PageBody<T>(items, nextLink);
    }

    private bool IsNextLink(ReadOnlySpan<byte> name) =>
        _nextLinkName is null
            ? Ascii.EqualsIgnoreCase(name, "nextLink"u8) || Ascii.EqualsIgnoreCase(name, "@odata.nextLink"u8)
            : name.SequenceEqual(_nextLinkName) || Ascii.EqualsIgnoreCase(name, _nextLinkName);
}
