namespace PowerConnectors.Generator.Model;

/// <summary>What to do about an error of the service.</summary>
/// <param name="Code">The service's code of the error.</param>
/// <param name="Sentence">What to do about it.</param>
internal sealed record ErrorHintModel(string Code, string Sentence);
