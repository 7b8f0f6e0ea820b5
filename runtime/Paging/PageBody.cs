namespace PowerConnectors.Paging;

/// <summary>What is read of one page.</summary>
internal sealed record PageBody<T>(IReadOnlyList<T> Items, string? NextLink);
