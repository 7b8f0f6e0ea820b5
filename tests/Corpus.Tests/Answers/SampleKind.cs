namespace PowerConnectors.Corpus.Tests.Answers;

/// <summary>What a sample answer is to show.</summary>
public enum SampleKind
{
    /// <summary>Every declared member, with declared values.</summary>
    Declared,

    /// <summary>Members and values of enumerations that the document does not know.</summary>
    Undeclared,

    /// <summary>Every member is null.</summary>
    Nulls,

    /// <summary>Nothing that may be left out.</summary>
    Least,
}
