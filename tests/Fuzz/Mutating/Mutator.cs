using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerConnectors.Fuzz.Mutating;

/// <summary>Damages documents: their bytes, or the tree that they are.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 4096 };
    private static readonly JsonSerializerOptions s_writing = new() { MaxDepth = 4096 };

    /// <summary>The document with a few mutations.</summary>
    public string Mutate(string document) => random.Next(4) == 0 ? InBytes(document) : InTree(document);

    private string InBytes(string document)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(document);
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int position = random.Next(Math.Max(1, bytes.Length - 1));
            bytes = random.Next(5) switch
            {
                0 => [.. bytes[..position], .. bytes[Math.Min(bytes.Length, position + random.Next(1, 40))..]],
                1 => [.. bytes[..position], (byte)random.Next(256), .. bytes[position..]],
                2 => [.. bytes[..position], .. bytes.Skip(random.Next(bytes.Length)).Take(20), .. bytes[position..]],
                3 => bytes[..Math.Max(1, position)],
                _ => Flipped(bytes, position),
            };
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private byte[] Flipped(byte[] bytes, int position)
    {
        bytes[position] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private string InTree(string document)
    {
        JsonNode root = JsonNode.Parse(document, documentOptions: s_options)!;
        TreeMutations mutations = new(random, root);
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            mutations.ApplyOne();
        }

        return root.ToJsonString(s_writing);
    }
}
