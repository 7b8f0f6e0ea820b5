using Microsoft.AspNetCore.Http.Features;
using PowerConnectors.Emulator.Answers;
using PowerConnectors.Emulator.Requests;
using PowerConnectors.Emulator.Spec;
using PowerConnectors.Emulator.State;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>Runs operations one at a time and writes what they answer.</summary>
internal sealed class OperationDispatcher(EmulatorStore store, SpecDocument spec, EmulatorOptions options)
{
    public Task AnswerAsync(HttpContext context, string operationId, Func<OperationCall, Answer> handler)
    {
        SerializedAnswer serialized;
        lock (store.Lock)
        {
            var answer = handler(new OperationCall(context, store, options));
            if (options.OmitRequiredMembers && spec.Operation(operationId).Answer is { } schema)
            {
                RequiredMembers.Omit(answer.Body, schema);
            }

            serialized = AnswerWriter.Serialize(answer);
            context.Features.GetRequiredFeature<RecordedRequest>().CarriedOut = answer != Answer.NoContent;
        }

        return AnswerWriter.WriteAsync(context, serialized);
    }
}
