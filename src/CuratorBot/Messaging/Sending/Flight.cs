namespace CuratorBot.Messaging.Sending;

/// <summary>One attempt to deliver a message, from the request until its fate is on disk.</summary>
internal sealed class Flight(QueuedMessage message, TimeSpan startedAt)
{
    public QueuedMessage Message { get; } = message;
    public TimeSpan StartedAt { get; } = startedAt;
    public FlightStage Stage { get; set; }

    /// <summary>It hung once, whatever came of it.</summary>
    public bool Hung { get; set; }
}

internal enum FlightStage
{
    /// <summary>The answer is not yet late.</summary>
    Young,

    /// <summary>The answer is late: others overtake it.</summary>
    Hanging,

    /// <summary>Answered; the mark is not yet on disk.</summary>
    Answered,
}
