using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Announcements;

/// <summary>What has become of an announcement so far, counted in people.</summary>
/// <param name="Held">Their night is not over.</param>
/// <param name="OnItsWay">In the outbox, not yet delivered.</param>
internal sealed record DeliveryAccount(
    int All,
    int Delivered,
    int Read,
    int Unreachable,
    int Held,
    int OnItsWay
)
{
    public bool IsComplete => Held + OnItsWay == 0;

    public static async Task<DeliveryAccount> Of(CuratorBotDb db, Announcement announcement)
    {
        var rows = await (
            from delivery in db.AnnouncementDeliveries
            where delivery.AnnouncementId == announcement.Id
            join message in db.Outbox on delivery.OutboxId equals (long?)message.Id into messages
            from message in messages.DefaultIfEmpty()
            group new { delivery, message } by new
            {
                IsHeld = delivery.HeldUntil != null,
                IsSent = delivery.OutboxId != null,
                IsRead = delivery.ReadAt != null,
                State = (OutboxState?)message!.State,
            } into alike
            select new { alike.Key, Count = alike.Count() }
        ).ToListAsync();
        int Count(Func<bool, bool, OutboxState?, bool> which) =>
            rows.Where(row => which(row.Key.IsHeld, row.Key.IsSent, row.Key.State)).Sum(row => row.Count);
        return new DeliveryAccount(
            Count((_, _, _) => true),
            Count((_, isSent, state) => isSent && state is null or OutboxState.Sent),
            rows.Where(row => row.Key.IsRead).Sum(row => row.Count),
            Count((isHeld, isSent, state) => state == OutboxState.Failed || (!isHeld && !isSent)),
            Count((isHeld, _, _) => isHeld),
            Count((_, _, state) => state == OutboxState.Waiting)
        );
    }
}
