using CuratorBot.Conversations.Forms;

namespace CuratorBot.Conversations.Drafts;

/// <summary>What is due with a draft that nobody touches, and when.</summary>
public enum DraftEvent
{
    Nudge = 0,
    Warning = 1,
    End = 2,
}

/// <summary>The life of a draft that nobody touches: reminders, a warning, the end.</summary>
public static class DraftDates
{
    /// <summary>The next thing to happen. One that its form does not keep ends without a word.</summary>
    /// <param name="now">When given: a reminder gives way to a warning that is due as well.</param>
    public static (DraftEvent Event, DateTimeOffset At) Next(
        Session session,
        bool isKept,
        DraftOptions options,
        DateTimeOffset? now = null
    )
    {
        if (session.RemovedAt is { } removed)
            return (DraftEvent.End, removed + options.RestorableFor);
        if (!isKept)
            return (DraftEvent.End, session.ExpiresAt);
        var nudge = session.UpdatedAt + options.NudgeAfter + (session.Nudges * options.NudgeAgainAfter);
        var warning = session.ExpiresAt - options.WarnBefore;
        if (session.Nudges < options.MostNudges && nudge < warning && !(warning <= now))
            return (DraftEvent.Nudge, nudge);
        return session.WasWarned ? (DraftEvent.End, session.ExpiresAt) : (DraftEvent.Warning, warning);
    }
}
