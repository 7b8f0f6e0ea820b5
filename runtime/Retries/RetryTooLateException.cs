using System.Globalization;

namespace PowerConnectors.Retries;

/// <summary>Another attempt would have to wait longer than the call may be tried again. No caller sees it: what they get is the failure that came before.</summary>
internal sealed class RetryTooLateException(string reason, TimeSpan wait)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"it would have had to wait for {Math.Ceiling(wait.TotalSeconds)} s for {reason}, which is beyond {nameof(ConnectorClientOptions)}.{nameof(ConnectorClientOptions.RetryTimeLimit)}"
        )
    );
