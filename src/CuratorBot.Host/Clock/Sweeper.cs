using CuratorBot.Conversations;
using CuratorBot.Reminders;

namespace CuratorBot.Host.Clock;

/// <summary>Wakes what is due. Safe to call at any time, twice and from two places.</summary>
public sealed class Sweeper(ReminderSweep reminders, DraftSweep drafts, TimeProvider clock)
{
    public async Task Sweep(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await reminders.Run(now, cancellation);
        await drafts.Run(now, cancellation);
    }

    /// <summary>When the next reminder is due; null when none is planned.</summary>
    public Task<DateTimeOffset?> Next() => reminders.NextReminder();
}
