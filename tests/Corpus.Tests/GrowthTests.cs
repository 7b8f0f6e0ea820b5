using System.Text.Json.Nodes;
using PowerConnectors.Corpus.Tests.Compiling;
using PowerConnectors.Corpus.Tests.Documents;
using PowerConnectors.Corpus.Tests.Growing;
using PowerConnectors.Testing.Generating;

namespace PowerConnectors.Corpus.Tests;

/// <summary>Code that uses a client still means the same after the connector's document has grown.</summary>
public sealed class GrowthTests
{
    [Theory(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    [MemberData(nameof(CorpusFolder.Readable), MemberType = typeof(CorpusFolder))]
    public void A_new_operation_renames_nothing(string name) => AssertKept(name, Growth.AddOperation);

    [Theory(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    [MemberData(nameof(CorpusFolder.Readable), MemberType = typeof(CorpusFolder))]
    public void A_new_definition_renames_nothing(string name) => AssertKept(name, Growth.AddDefinition);

    [Theory(Skip = CorpusFolder.WhyNot, SkipUnless = nameof(CorpusFolder.IsThere), SkipType = typeof(CorpusFolder))]
    [MemberData(nameof(CorpusFolder.Readable), MemberType = typeof(CorpusFolder))]
    public void New_members_in_every_object_rename_nothing(string name) => AssertKept(name, Growth.AddMembers);

    private static void AssertKept(string name, Action<JsonObject> grow)
    {
        CorpusDocument document = CorpusFolder.Get(name);
        Assert.SkipWhen(document.Json!["swagger"] is null, "The reader of these tests knows Swagger 2.0 only.");
        JsonObject grown = (JsonObject)document.Json.DeepClone();
        grow(grown);

        HashSet<string> before = PublicNames.Of(CorpusBuild.Of(name).Run);
        HashSet<string> after = PublicNames.Of(
            GeneratorRun.Of([document.AsFile(grown.ToJsonString())], TestContext.Current.CancellationToken)
        );

        Assert.NotEmpty(before);
        Assert.True(after.Count > before.Count || CorpusBuild.Of(name).Called.Count == 0, "Nothing was added.");
        Assert.Empty(before.Except(after).Take(20));
    }
}
