using System.Text.Json;
using CuratorBot.Data;
using CuratorBot.Members.Entering;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Privacy;

/// <summary>One kind of data that is kept for a term.</summary>
/// <param name="Due">The keys of what is past it, the oldest first.</param>
/// <param name="Remove">Removes what belongs to these keys; how many rows that were.</param>
internal sealed record Term(
    string Name,
    Func<CuratorBotDb, IQueryable<long>> Due,
    Func<CuratorBotDb, IReadOnlyList<long>, Task<int>> Remove
);

/// <summary>What is past its term, kind by kind. No transaction removes more than <see cref="AtOnce"/> rows of a kind.</summary>
internal static class Expired
{
    public const int AtOnce = 500;

    public static IEnumerable<Term> Terms(
        RetentionOptions retention,
        DateTimeOffset now,
        DateTimeOffset realNow
    ) =>
        [
            Texts(now - retention.MessageTexts),
            Messages(now - retention.Messages),
            Deliveries(now - retention.Messages),
            Announcements(now - retention.Messages),
            Updates(realNow - retention.Updates),
            WrongCodes(now - retention.WrongCodes),
            Requests(now - retention.Requests),
            Invitations(now - retention.Invitations),
            RosterEntries(now - retention.Roster),
            Uploads(now - retention.RosterFiles),
            LongTasks(now - retention.MessageTexts),
            Strangers(now - retention.Strangers),
        ];

    /// <summary>Of a message that was sent long ago only what its buttons do is kept.</summary>
    private static Term Texts(DateTimeOffset before) =>
        new(
            "texts past their term",
            db =>
                db.Outbox.Where(row => !row.IsBare && row.SentAt < before)
                    .OrderBy(row => row.SentAt)
                    .Select(row => row.Id),
            async (db, keys) =>
            {
                var rows = await db.Outbox.Where(row => EF.Parameter(keys).Contains(row.Id)).ToListAsync();
                foreach (var row in rows)
                    (row.Body, row.IsBare) = (BareBody(row), true);
                await db.SaveChangesAsync();
                return rows.Count;
            }
        );

    /// <summary>Of what nobody can read any more nothing is kept.</summary>
    private static string BareBody(OutboxRow row)
    {
        try
        {
            return Postman.BodyOfAnswer(Outbox.Read(row));
        }
        catch (JsonException)
        {
            return Postman.BodyOfAnswer(new OutgoingMessage { Id = row.Id });
        }
    }

    private static Term Messages(DateTimeOffset before) =>
        new(
            "messages past their term",
            db =>
                db.Outbox.Where(row => row.IsBare && row.SentAt < before)
                    .OrderBy(row => row.SentAt)
                    .Select(row => row.Id),
            async (db, keys) =>
            {
                await db
                    .ReminderCards.Where(row => EF.Parameter(keys).Contains(row.OutboxId))
                    .ExecuteDeleteAsync();
                await db
                    .JoinRequestCards.Where(row => EF.Parameter(keys).Contains(row.OutboxId))
                    .ExecuteDeleteAsync();
                await db
                    .HelpCards.Where(row => EF.Parameter(keys).Contains(row.OutboxId))
                    .ExecuteDeleteAsync();
                await db
                    .PlanCards.Where(row => EF.Parameter(keys).Contains(row.OutboxId))
                    .ExecuteDeleteAsync();
                return await db.Outbox.Where(row => EF.Parameter(keys).Contains(row.Id)).ExecuteDeleteAsync();
            }
        );

    /// <summary>Who got and read an announcement.</summary>
    private static Term Deliveries(DateTimeOffset before) =>
        new(
            "deliveries past their term",
            db =>
                db.Announcements.Where(row => row.CreatedAt < before)
                    .Where(row => db.AnnouncementDeliveries.Any(one => one.AnnouncementId == row.Id))
                    .OrderBy(row => row.Id)
                    .Select(row => row.Id),
            (db, keys) =>
                Remove(
                    db,
                    db.AnnouncementDeliveries.Where(row => EF.Parameter(keys).Contains(row.AnnouncementId))
                        .OrderBy(row => row.AnnouncementId)
                        .ThenBy(row => row.PersonId)
                        .Take(AtOnce)
                )
        );

    /// <summary>The announcement itself, when nobody is left who got it.</summary>
    private static Term Announcements(DateTimeOffset before) =>
        new(
            "announcements past their term",
            db =>
                db.Announcements.Where(row => row.CreatedAt < before)
                    .Where(row => !db.AnnouncementDeliveries.Any(one => one.AnnouncementId == row.Id))
                    .OrderBy(row => row.Id)
                    .Select(row => row.Id),
            (db, keys) => Remove(db, db.Announcements.Where(row => EF.Parameter(keys).Contains(row.Id)))
        );

    /// <summary>Looks at the oldest only: they came in this order.</summary>
    private static Term Updates(DateTimeOffset before) =>
        new(
            "updates past their term",
            db =>
                db.Inbox.OrderBy(row => row.Seq)
                    .Take(AtOnce)
                    .Where(row => row.State != InboxState.Waiting && row.ReceivedAt < before)
                    .Select(row => row.Seq),
            (db, keys) => db.Inbox.Where(row => EF.Parameter(keys).Contains(row.Seq)).ExecuteDeleteAsync()
        );

    private static Term WrongCodes(DateTimeOffset before) =>
        OfEntities("wrong codes past their term", db => db.WrongCodes.Where(row => row.At < before));

    private static Term Requests(DateTimeOffset before) =>
        new(
            "requests to join past their term",
            db =>
                db.JoinRequests.Where(row =>
                        (row.State == JoinRequestState.Declined || row.State == JoinRequestState.Withdrawn)
                        && row.DecidedAt < before
                    )
                    .OrderBy(row => row.Id)
                    .Select(row => row.Id),
            async (db, keys) =>
            {
                await db
                    .JoinRequestCards.Where(card => EF.Parameter(keys).Contains(card.RequestId))
                    .ExecuteDeleteAsync();
                return await Remove(db, db.JoinRequests.Where(row => EF.Parameter(keys).Contains(row.Id)));
            }
        );

    private static Term Invitations(DateTimeOffset before) =>
        OfEntities(
            "invitations past their term",
            db => db.Invitations.Where(row => row.UsedAt == null && row.ExpiresAt < before)
        );

    /// <summary>People whom a coordinator expected and who never came.</summary>
    private static Term RosterEntries(DateTimeOffset before) =>
        OfEntities(
            "expected people past their term",
            db => db.RosterEntries.Where(row => row.PersonId == null && row.AddedAt < before)
        );

    /// <summary>Previews of tables, whose files are gone long before.</summary>
    private static Term Uploads(DateTimeOffset before) =>
        OfEntities("tables past their term", db => db.Uploads.Where(row => row.SentAt < before));

    /// <summary>Files that people asked for, which went out long before.</summary>
    private static Term LongTasks(DateTimeOffset before) =>
        OfEntities("long tasks past their term", db => db.LongTasks.Where(row => row.AskedAt < before));

    /// <summary>People who never agreed to anything: of them only the number of their chat is known.</summary>
    private static Term Strangers(DateTimeOffset before) =>
        new(
            "strangers past their term",
            db =>
                db.People.Where(person => person.FirstSeenAt < before && person.ForgottenAt == null)
                    .Where(person =>
                        !db.Consents.Any(row => row.PersonId == person.Id)
                        && !db.RoleAssignments.Any(row => row.PersonId == person.Id)
                        && !db.JoinRequests.Any(row => row.PersonId == person.Id)
                    )
                    .OrderBy(person => person.Id)
                    .Select(person => person.Id),
            RemoveStrangers
        );

    private static async Task<int> RemoveStrangers(CuratorBotDb db, IReadOnlyList<long> people)
    {
        var accounts = db.ChannelAccounts.Where(row => EF.Parameter(people).Contains(row.PersonId));
        foreach (var channel in (await accounts.ToListAsync()).GroupBy(account => account.Channel))
        {
            // By the index of chats: looking at each message for its account would hold the writer for minutes.
            var chats = channel.Select(account => account.ChatId).ToList();
            await db
                .Outbox.Where(row => EF.Parameter(chats).Contains(row.ChatId) && row.Channel == channel.Key)
                .ExecuteDeleteAsync();
        }
        await db.WrongCodes.Where(row => EF.Parameter(people).Contains(row.PersonId)).ExecuteDeleteAsync();
        await accounts.ExecuteDeleteAsync();
        return await Remove(db, db.People.Where(row => EF.Parameter(people).Contains(row.Id)));
    }

    private static Term OfEntities<T>(string name, Func<CuratorBotDb, IQueryable<T>> due)
        where T : Entity =>
        new(
            name,
            db => due(db).OrderBy(row => row.Id).Select(row => row.Id),
            (db, keys) => Remove(db, due(db).Where(row => EF.Parameter(keys).Contains(row.Id)))
        );

    private static async Task<int> Remove<T>(CuratorBotDb db, IQueryable<T> rows)
        where T : class
    {
        var found = await rows.ToListAsync();
        db.RemoveRange(found);
        await db.SaveChangesAsync();
        return found.Count;
    }
}
