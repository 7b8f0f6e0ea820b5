using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;

namespace PowerConnectors.Json;

/// <summary>The members that a model declares, each by its number in the document's order: generated code names it once, here.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelMembers
{
    private readonly string[] _names;
    private readonly EscapedNames _escaped;
    private readonly MemberRules[] _rules;
    private readonly NameIndex _index;
    private EscapedNames? _escapedBySerializer;

    /// <summary>Makes the table of a model.</summary>
    /// <param name="names">The names on the wire.</param>
    /// <param name="required">The numbers of those that the document requires, ascending.</param>
    /// <param name="requiredValues">The numbers of those of them whose C# type has no way to say that they were absent.</param>
    /// <param name="readOnly">The numbers of those that stand in no request body.</param>
    public ModelMembers(
        string[] names,
        ReadOnlySpan<int> required = default,
        ReadOnlySpan<int> requiredValues = default,
        ReadOnlySpan<int> readOnly = default
    )
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
        _escaped = new EscapedNames(names, JsonLimits.Writing.Encoder);
        _index = new NameIndex(Array.ConvertAll(names, Encoding.UTF8.GetBytes));
        _rules = new MemberRules[names.Length];
        Add(MemberRules.Required, required);
        Add(MemberRules.RequiredValue, requiredValues);
        Add(MemberRules.ReadOnly, readOnly);
        Required = required.ToArray();
    }

    /// <summary>The numbers of the members that the document requires.</summary>
    internal int[] Required { get; }

    /// <summary>
    /// Has a member written whatever its value: <c>false</c> or 0 in a required member stands for no value after reading, but not after somebody set it.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="member">The member's number.</param>
    public static void HasValue(ConnectorModel model, int member)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Notes is not null && model.IsValueless(member))
        {
            model.Forget(member);
        }
    }

    /// <summary>The member's name on the wire.</summary>
    internal string NameOf(int member) => _names[member];

    /// <summary>The names as a writer escapes them: one of the runtime's, or one that a serializer has made by its own options.</summary>
    internal EscapedNames EscapedBy(JavaScriptEncoder? encoder)
    {
        if (_escaped.Encoder == encoder)
        {
            return _escaped;
        }

        EscapedNames? last = _escapedBySerializer;
        return last is not null && last.Encoder == encoder ? last : _escapedBySerializer = new EscapedNames(_names, encoder);
    }

    internal MemberRules RulesOf(int member) => _rules[member];

    /// <summary>The number of a member, or -1 if none is called so.</summary>
    internal int IndexOf(string name) => Array.IndexOf(_names, name);

    /// <inheritdoc cref="IndexOf(string)"/>
    internal int IndexOf(ReadOnlySpan<byte> name) => _index.Find(name);

    private void Add(MemberRules rule, ReadOnlySpan<int> members)
    {
        foreach (int member in members)
        {
            _rules[member] |= rule;
        }
    }
}
