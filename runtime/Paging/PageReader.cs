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
        IReadOnlyList<T> items = [];
        string? nextLink = null;
        reader.BeginObject();
        while (reader.ReadMember(out ReadOnlySpan<byte> name))
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            if (name.SequenceEqual(_itemsName))
            {
                items = (List<T>)reader.ReadList(readItem);
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

        return new PageBody<T>(items, nextLink);
    }

    private bool IsNextLink(ReadOnlySpan<byte> name) =>
        _nextLinkName is null
            ? name.SequenceEqual("nextLink"u8) || name.SequenceEqual("@odata.nextLink"u8)
            : name.SequenceEqual(_nextLinkName);
}
