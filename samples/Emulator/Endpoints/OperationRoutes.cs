using PowerConnectors.Emulator.Answers;

namespace PowerConnectors.Emulator.Endpoints;

/// <summary>Routes operations. Paths are written out here rather than taken from the document, so that a mistake in either is found.</summary>
internal sealed class OperationRoutes(IEndpointRouteBuilder routes, OperationDispatcher dispatcher)
{
    public void Get(string operationId, string path, Func<OperationCall, Answer> handler) =>
        Map(HttpMethods.Get, operationId, path, handler);

    public void Post(string operationId, string path, Func<OperationCall, Answer> handler) =>
        Map(HttpMethods.Post, operationId, path, handler);

    public void Patch(string operationId, string path, Func<OperationCall, Answer> handler) =>
        Map(HttpMethods.Patch, operationId, path, handler);

    public void Delete(string operationId, string path, Func<OperationCall, Answer> handler) =>
        Map(HttpMethods.Delete, operationId, path, handler);

    private void Map(string method, string operationId, string path, Func<OperationCall, Answer> handler) =>
        routes
            .MapMethods(path, [method], context => dispatcher.AnswerAsync(context, operationId, handler))
            .WithMetadata(new OperationMetadata(operationId));
}
