using CuratorBot.Reminders;

namespace CuratorBot.Host.Clock;

/// <summary>Wakes what is due. Safe to call at any time, twice and from two places.</summary>
public sealed class Sweeper(ReminderSweep reminders, TimeProvider clock)
{
    public Task Sweep(CancellationToken cancellation) => reminders.Run(clock.GetUtcNow(), cancellation);

    /// <summary>When the next reminder is due; null when none is planned.</summary>
    public Task<DateTimeOffset?> Next() => reminders.NextReminder();
}
