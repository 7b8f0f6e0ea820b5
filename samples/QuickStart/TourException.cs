namespace PowerConnectors.QuickStart;

/// <summary>Something that the tour needs is not there; the message says what, and what to do.</summary>
internal sealed class TourException(string message) : Exception(message);
