using CuratorBot.Advice;
using CuratorBot.Announcements;
using CuratorBot.Conversations;
using CuratorBot.Events.Planning;
using CuratorBot.Events.Review;
using CuratorBot.Reminders;

namespace CuratorBot.Host.Clock;

/// <summary>
/// Wakes what is due. Safe to call at any time, twice and from two places: one look follows the other, so none
/// writes down a time that is older than what the one before it wrote.
/// </summary>
public sealed class Sweeper(
    ReminderSweep reminders,
    DraftSweep drafts,
    AnnouncementSweep announcements,
    ReviewSweep reviews,
    HelpSweep help,
    PlanSweep plans,
    TimeProvider clock
) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public async Task Sweep(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            await reminders.Run(now, cancellation);
            await drafts.Run(now, cancellation);
            await announcements.Run(now, cancellation);
            await reviews.Run(now, cancellation);
            await help.Run(now, cancellation);
            await plans.Run(now, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>When the next reminder is due; null when none is planned.</summary>
    public Task<DateTimeOffset?> Next() => reminders.NextReminder();
}
