using CuratorBot.Condition;

namespace CuratorBot.Host.Health;

/// <summary>What <c>/health</c> answers. No names, no texts, no secrets. What is not known is null.</summary>
/// <param name="Status">«healthy», «coping» while the bot helps itself, «unhealthy» where a person must act.</param>
/// <param name="Database">Which database answers, or «no answer».</param>
/// <param name="Reasons">What is wrong, since when, and what to do; which began first comes first.</param>
/// <param name="LastUpdateAt">When the last update came since the start; null when none did.</param>
/// <param name="OldestUnsentSeconds">How long the oldest stored message waits to be sent; null when none waits.</param>
/// <param name="Backlog">Messages received and not yet dealt with.</param>
/// <param name="Unsent">Messages stored and not yet sent.</param>
/// <param name="UnstoredAnswers">Answers that wait in memory only.</param>
/// <param name="OldestUnstoredSeconds">How long the oldest of them waits; null when none does.</param>
/// <param name="Parked">Messages put aside because nobody could deal with them.</param>
/// <param name="Calendar">What is not certain of the working days; empty while all is well.</param>
public sealed record HealthState(
    string Status,
    string Version,
    string Database,
    IReadOnlyList<HealthReason> Reasons,
    DateTimeOffset? LastUpdateAt,
    double? OldestUnsentSeconds,
    int Backlog,
    int? Unsent,
    int UnstoredAnswers,
    double? OldestUnstoredSeconds,
    int? Parked,
    IReadOnlyList<string> Calendar
);

/// <param name="Severity">«passing», «needs person» or «needs restart».</param>
public sealed record HealthReason(string Part, string Severity, string Reason, DateTimeOffset Since)
{
    public static HealthReason Of(Trouble trouble) =>
        new(
            trouble.Part,
            trouble.Severity switch
            {
                Condition.Severity.Passing => "passing",
                Condition.Severity.NeedsPerson => "needs person",
                _ => "needs restart",
            },
            trouble.Reason,
            trouble.Since
        );
}
