using PowerConnectors.Emulator.Answers;

namespace PowerConnectors.Emulator.Errors;

/// <summary>Ends a call with a failure answer.</summary>
internal sealed class ServiceFailure(Answer answer) : Exception
{
    public Answer Answer { get; } = answer;
}
