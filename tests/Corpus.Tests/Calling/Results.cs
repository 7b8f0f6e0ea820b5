using System.Reflection;
using Azure;

namespace PowerConnectors.Corpus.Tests.Calling;

/// <summary>Waits for what a generated method returns, whatever its type.</summary>
internal static class Results
{
    private static readonly MethodInfo s_enumerate = typeof(Results).GetMethod(
        nameof(EnumerateAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>The items of a listing or a poll as a list, the value of a response, or what else there is.</summary>
    public static async Task<object?> AwaitAsync(object? returned, CancellationToken cancellationToken)
    {
        if (PageItem(returned?.GetType()) is { } item)
        {
            returned = s_enumerate.MakeGenericMethod(item).Invoke(null, [returned, cancellationToken]);
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        object? result = task.GetType().GetProperty("Result")?.GetValue(task);
        if (result is not null && IsPoll(task.GetType()))
        {
            return result.GetType().GetProperty("Items")!.GetValue(result);
        }

        return result?.GetType().GetProperty("HasValue") is null ? result : result.GetType().GetProperty("Value")!.GetValue(result);
    }

    public static bool IsPoll(Type task) =>
        task.IsGenericType
        && task.GetGenericArguments()[0] is { IsGenericType: true } result
        && result.GetGenericTypeDefinition() == typeof(ConnectorPoll<>);

    private static Type? PageItem(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AsyncPageable<>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }

    private static async Task<Items<T>> EnumerateAsync<T>(AsyncPageable<T> pages, CancellationToken cancellationToken)
        where T : notnull
    {
        Items<T> items = [];
        await foreach (T item in pages.WithCancellation(cancellationToken))
        {
            items.Add(item);
        }

        return items;
    }
}

/// <summary>The items of all pages of a listing.</summary>
internal sealed class Items<T> : List<T>, IItems;

/// <summary>Tells the items of a listing from a list that is a value.</summary>
internal interface IItems;
