using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Privacy;

/// <summary>
/// One portion of each kind of data whose term is over. Each says how many it took: fewer than asked for means
/// that nothing is left.
/// </summary>
internal static class Expired
{
    /// <summary>Of a message that was sent long ago only what its buttons do is kept.</summary>
    public static async Task<int> StripMessages(CuratorBotDb db, DateTimeOffset before, int most)
    {
        var rows = await db
            .Outbox.Where(row => !row.IsBare && row.SentAt < before)
            .OrderBy(row => row.SentAt)
            .Take(most)
            .ToListAsync();
        foreach (var row in rows)
        {
            row.Body = Postman.BodyOfAnswer(Outbox.Read(row));
            row.IsBare = true;
        }
        await db.SaveChangesAsync();
        return rows.Count;
    }

    public static async Task<int> RemoveMessages(CuratorBotDb db, DateTimeOffset before, int most)
    {
        var ids = await db
            .Outbox.Where(row => row.IsBare && row.SentAt < before)
            .OrderBy(row => row.SentAt)
            .Take(most)
            .Select(row => row.Id)
            .ToListAsync();
        await db.ReminderCards.Where(row => EF.Parameter(ids).Contains(row.OutboxId)).ExecuteDeleteAsync();
        await db.JoinRequestCards.Where(row => EF.Parameter(ids).Contains(row.OutboxId)).ExecuteDeleteAsync();
        await db.HelpCards.Where(row => EF.Parameter(ids).Contains(row.OutboxId)).ExecuteDeleteAsync();
        await db.PlanCards.Where(row => EF.Parameter(ids).Contains(row.OutboxId)).ExecuteDeleteAsync();
        return await db.Outbox.Where(row => EF.Parameter(ids).Contains(row.Id)).ExecuteDeleteAsync();
    }

    /// <summary>Looks at the oldest only: they came in this order.</summary>
    public static async Task<int> RemoveUpdates(CuratorBotDb db, DateTimeOffset before, int most)
    {
        var ids = await db
            .Inbox.OrderBy(row => row.Seq)
            .Take(most)
            .Where(row => row.State != InboxState.Waiting && row.ReceivedAt < before)
            .Select(row => row.Seq)
            .ToListAsync();
        return await db.Inbox.Where(row => EF.Parameter(ids).Contains(row.Seq)).ExecuteDeleteAsync();
    }

    public static Task<int> RemoveWrongCodes(CuratorBotDb db, DateTimeOffset before, int most) =>
        Remove(db, db.WrongCodes.Where(row => row.At < before).OrderBy(row => row.Id).Take(most));

    public static async Task<int> RemoveRequests(CuratorBotDb db, DateTimeOffset before, int most)
    {
        var requests = await db
            .JoinRequests.Where(row =>
                (row.State == JoinRequestState.Declined || row.State == JoinRequestState.Withdrawn)
                && row.DecidedAt < before
            )
            .OrderBy(row => row.Id)
            .Take(most)
            .ToListAsync();
        var ids = requests.ConvertAll(row => row.Id);
        await db
            .JoinRequestCards.Where(card => EF.Parameter(ids).Contains(card.RequestId))
            .ExecuteDeleteAsync();
        db.RemoveRange(requests);
        await db.SaveChangesAsync();
        return requests.Count;
    }

    public static Task<int> RemoveInvitations(CuratorBotDb db, DateTimeOffset before, int most) =>
        Remove(
            db,
            db.Invitations.Where(row => row.UsedAt == null && row.ExpiresAt < before)
                .OrderBy(row => row.Id)
                .Take(most)
        );

    /// <summary>People whom a coordinator expected and who never came.</summary>
    public static Task<int> RemoveRosterEntries(CuratorBotDb db, DateTimeOffset before, int most) =>
        Remove(
            db,
            db.RosterEntries.Where(row => row.PersonId == null && row.AddedAt < before)
                .OrderBy(row => row.Id)
                .Take(most)
        );

    /// <summary>Previews of rosters, whose files are gone long before.</summary>
    public static Task<int> RemoveRosterUploads(CuratorBotDb db, DateTimeOffset before, int most) =>
        Remove(db, db.RosterUploads.Where(row => row.SentAt < before).OrderBy(row => row.Id).Take(most));

    /// <summary>Who got and read an announcement; the announcement itself follows when nobody is left.</summary>
    public static async Task<int> RemoveAnnouncements(CuratorBotDb db, DateTimeOffset before, int most)
    {
        var old = db.Announcements.Where(row => row.CreatedAt < before);
        var removed = await Remove(
            db,
            db.AnnouncementDeliveries.Where(row => old.Any(one => one.Id == row.AnnouncementId))
                .OrderBy(row => row.AnnouncementId)
                .ThenBy(row => row.PersonId)
                .Take(most)
        );
        return removed > 0 ? removed : await Remove(db, old.OrderBy(row => row.Id).Take(most));
    }

    /// <summary>People who never agreed to anything: of them only the number of their chat is known.</summary>
    public static async Task<int> RemoveStrangers(CuratorBotDb db, DateTimeOffset before, int most)
    {
        var strangers = await db
            .People.Where(person => person.FirstSeenAt < before && person.ForgottenAt == null)
            .Where(person =>
                !db.Consents.Any(row => row.PersonId == person.Id)
                && !db.RoleAssignments.Any(row => row.PersonId == person.Id)
                && !db.JoinRequests.Any(row => row.PersonId == person.Id)
            )
            .OrderBy(person => person.Id)
            .Take(most)
            .ToListAsync();
        if (strangers.Count == 0)
            return 0;
        var ids = strangers.ConvertAll(person => person.Id);
        var accounts = db.ChannelAccounts.Where(row => EF.Parameter(ids).Contains(row.PersonId));
        foreach (var channel in (await accounts.ToListAsync()).GroupBy(account => account.Channel))
        {
            // By the index of chats: looking at each message for its account would hold the writer for minutes.
            var chats = channel.Select(account => account.ChatId).ToList();
            await db
                .Outbox.Where(row => EF.Parameter(chats).Contains(row.ChatId) && row.Channel == channel.Key)
                .ExecuteDeleteAsync();
        }
        await db.WrongCodes.Where(row => EF.Parameter(ids).Contains(row.PersonId)).ExecuteDeleteAsync();
        await accounts.ExecuteDeleteAsync();
        db.RemoveRange(strangers);
        await db.SaveChangesAsync();
        return strangers.Count;
    }

    private static async Task<int> Remove<T>(CuratorBotDb db, IQueryable<T> rows)
        where T : class
    {
        var found = await rows.ToListAsync();
        db.RemoveRange(found);
        await db.SaveChangesAsync();
        return found.Count;
    }
}
