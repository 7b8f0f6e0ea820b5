using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using PowerConnectors.Generator.Tests.Harness;

namespace PowerConnectors.Generator.Tests;

/// <summary>The same input gives the same bytes, on every machine.</summary>
public sealed class DeterminismTests
{
    private static readonly InputFile Document = new("/specs/flowmanagement.swagger.json", Documents.FlowManagement);
    private static readonly InputFile Overlay = new("/specs/flowmanagement.overlay.json", Documents.FlowManagementOverlay);
    private static readonly InputFile Other = new("/specs/contoso.swagger.json", Documents.With(Documents.Get("GetThing")));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void The_culture_decides_nothing(string culture)
    {
        Generation expected = Generation.Of(Document, Overlay, Other);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            AssertSame(expected, Generation.Of(Document, Overlay, Other));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_line_breaks_of_the_input_decide_nothing() =>
        AssertSame(
            Generation.Of(Document, Overlay),
            Generation.Of(
                new InputFile(Document.Path, Documents.FlowManagement.ReplaceLineEndings("\r\n")),
                new InputFile(Overlay.Path, Documents.FlowManagementOverlay.ReplaceLineEndings("\r\n"))
            )
        );

    [Fact]
    public void The_order_of_the_files_decides_nothing() =>
        AssertSame(Generation.Of(Document, Overlay, Other), Generation.Of(Other, Overlay, Document));

    [Fact]
    public void The_order_of_the_files_decides_nothing_where_two_make_the_same_client()
    {
        InputFile a = new("/specs/a.swagger.json", Documents.With(Documents.Get("GetA")));
        InputFile b = new("/specs/b.swagger.json", Documents.With(Documents.Get("GetB")));

        Generation one = Generation.Of(a, b);
        Generation two = Generation.Of(b, a);

        AssertSame(one, two);
        Assert.Equal(Assert.Single(one.Diagnostics).ToString(), Assert.Single(two.Diagnostics).ToString());
    }

    [Fact]
    public void Files_end_lines_with_LF_and_have_no_time_or_path_in_them() =>
        Assert.All(
            Generation.Of(Document, Overlay).Sources,
            static source =>
            {
                Assert.DoesNotContain('\r', source.Value);
                Assert.EndsWith("}\n", source.Value, StringComparison.Ordinal);
                Assert.DoesNotContain("/specs/", source.Value, StringComparison.Ordinal);
            }
        );

    private static void AssertSame(Generation expected, Generation actual)
    {
        Assert.Equal(expected.Sources.Keys.Order(StringComparer.Ordinal), actual.Sources.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected.Sources, source => Assert.Equal(source.Value, actual.Sources[source.Key]));
        Assert.Equal(
            expected.SourceTexts.Select(static text => Convert.ToHexString([.. text.GetChecksum()])).Order(StringComparer.Ordinal),
            actual.SourceTexts.Select(static text => Convert.ToHexString([.. text.GetChecksum()])).Order(StringComparer.Ordinal)
        );
        Assert.All(actual.SourceTexts, static text => Assert.Equal(SourceHashAlgorithm.Sha1, text.ChecksumAlgorithm));
    }
}
