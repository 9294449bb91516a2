namespace CuratorBot.Privacy;

/// <summary>Section <c>Retention</c>: how long each kind of data is kept; a draft has an end of its own. Each term must be above 0.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Texts of messages that were sent; afterwards only what their buttons do is kept. 30 days.</summary>
    public TimeSpan MessageTexts { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Messages as such, with their buttons, which are stale afterwards. 400 days: a project year.</summary>
    public TimeSpan Messages { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Updates that came: those dealt with, by number only, and those that failed, with what they said. 30 days.</summary>
    public TimeSpan Updates { get; set; } = TimeSpan.FromDays(30);

    /// <summary>That somebody sent a wrong code. 1 day.</summary>
    public TimeSpan WrongCodes { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Requests that were declined or taken back. 90 days.</summary>
    public TimeSpan Requests { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Invitations that ran out unused. 30 days after their last day.</summary>
    public TimeSpan Invitations { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Entries of the roster whose people never came. 365 days.</summary>
    public TimeSpan Roster { get; set; } = TimeSpan.FromDays(365);

    /// <summary>That a roster was sent; the file itself is gone after two days. 30 days.</summary>
    public TimeSpan RosterFiles { get; set; } = TimeSpan.FromDays(30);

    /// <summary>That a chat exists whose owner never agreed to anything. 30 days.</summary>
    public TimeSpan Strangers { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Everything of a person who took her consent back; so long she may change her mind. 10 days, and by law
    /// no more than 30.
    /// </summary>
    public TimeSpan AfterWithdrawal { get; set; } = TimeSpan.FromDays(10);

    public bool AreAboveZero =>
        new[]
        {
            MessageTexts,
            Messages,
            Updates,
            WrongCodes,
            Requests,
            Invitations,
            Roster,
            RosterFiles,
            Strangers,
            AfterWithdrawal,
        }.Min() > TimeSpan.Zero;
}
