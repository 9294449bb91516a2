namespace CuratorBot.Events.Review;

/// <summary>How long a report may wait for the coordinator.</summary>
public sealed class ReviewOptions
{
    /// <summary>A report that nobody looked at is accepted after this; more than nothing.</summary>
    public TimeSpan AcceptAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a report waits before its reviewers are reminded, and how often they may be.</summary>
    public TimeSpan RemindAfter { get; init; } = TimeSpan.FromDays(1);
    public TimeSpan RemindAgainAfter { get; init; } = TimeSpan.FromDays(2);

    public bool IsPossible =>
        AcceptAfter > TimeSpan.Zero && RemindAfter > TimeSpan.Zero && RemindAgainAfter > TimeSpan.Zero;
}
