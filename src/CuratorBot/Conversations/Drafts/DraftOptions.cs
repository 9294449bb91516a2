namespace CuratorBot.Conversations.Drafts;

/// <summary>Section <c>Drafts</c>: what becomes of a form that was left in the middle.</summary>
public sealed class DraftOptions
{
    /// <summary>How long a draft lies untouched before she is reminded of it; above 0.</summary>
    public TimeSpan NudgeAfter { get; set; } = TimeSpan.FromHours(3);

    /// <summary>From one reminder to the next; above 0.</summary>
    public TimeSpan NudgeAgainAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Reminders until she goes on with it; 0 never reminds.</summary>
    public int MostNudges { get; set; } = 2;

    /// <summary>How long before its end she is told that it will be thrown away; above 0.</summary>
    public TimeSpan WarnBefore { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How long one that she threw away can be had back; above 0.</summary>
    public TimeSpan RestorableFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many begun drafts of one form may lie side by side; at least 1.</summary>
    public int MostOfAForm { get; set; } = 10;

    /// <summary>Whether every setting is within its range.</summary>
    public bool IsPossible =>
        MostNudges >= 0
        && MostOfAForm >= 1
        && new[] { NudgeAfter, NudgeAgainAfter, WarnBefore, RestorableFor }.All(time => time > TimeSpan.Zero);
}
