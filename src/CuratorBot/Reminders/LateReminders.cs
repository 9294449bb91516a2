using CuratorBot.Messaging;
using CuratorBot.Sweeping;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>
/// Takes back what waited to be sent until its day was over, because the messenger asked for a pause or the bot stood
/// still: its reminders are due again, and the next look says them by the day that it is then.
/// </summary>
public sealed class LateReminders(IUnitOfWork unitOfWork, Rounds rounds) : ISweep
{
    public string Name => "reminders that came too late";

    public Task Run(DateTimeOffset now, CancellationToken cancellation = default) =>
        rounds.Make(
            new DueRows(
                Name,
                wanted =>
                    wanted.Of(
                        wanted
                            .Db.Outbox.Where(row => row.State == OutboxState.Late)
                            .OrderBy(row => row.Id)
                            .Select(row => row.Id)
                    ),
                (messages, stop) => unitOfWork.Write(scope => TakeBack(scope, messages[0], now), stop)
            ),
            now,
            cancellation
        );

    private static async Task TakeBack(WriteScope scope, long messageId, DateTimeOffset now)
    {
        var db = scope.Db;
        var message = await db.Outbox.SingleOrDefaultAsync(row => row.Id == messageId);
        if (message?.State != OutboxState.Late)
            return;
        message.State = OutboxState.Failed;
        message.Error = "it waited until its day was over";
        var cards = await db.ReminderCards.Where(row => row.OutboxId == messageId).ToListAsync();
        db.ReminderCards.RemoveRange(cards);
        var obligations = cards.Select(card => card.ObligationId).ToList();
        var settled = await db
            .Reminders.Where(row =>
                row.PersonId == message.PersonId
                && row.State == ReminderState.Sent
                && row.SettledAt >= message.CreatedAt
                && obligations.Contains(row.ObligationId)
            )
            .ToListAsync();
        foreach (var row in settled.Where(row => row.SettledAt == message.CreatedAt))
            if (
                !settled.Exists(later =>
                    later.ObligationId == row.ObligationId && later.SettledAt > row.SettledAt
                )
            )
                row.IsDueAgain(now);
        await db.SaveChangesAsync();
    }
}
