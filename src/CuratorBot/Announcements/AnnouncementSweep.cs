using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Sweeping;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Announcements;

/// <summary>
/// Hands announcements to the outbox, a part at each look: as many as the sending can take until the next one, so
/// that the writer is never held for long and a great announcement lies in nobody's way. Each part is one
/// transaction with the place it has come to, so a kill repeats nothing. Whose night it is gets it afterwards.
/// </summary>
public sealed class AnnouncementSweep(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    AnnouncementText text,
    WorkCalendar calendar,
    Outbox outbox,
    IdGenerator ids,
    TextCatalogue texts,
    FailPoints failPoints
) : ISweep
{
    private const int AtOneLook = 200;

    public string Name => "announcements";

    public async Task Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await rounds.Make(
            new DueRows(
                Name,
                wanted => wanted.Of(UnderWay(wanted.Db, now)),
                async (announcements, stop) =>
                {
                    var part = await NextPart(announcements[0], stop);
                    await unitOfWork.Write(scope => Continue(scope, part, now), stop);
                }
            ),
            now,
            cancellation
        );
        await rounds.Make(
            new DueRows(
                "announcements held over night",
                wanted => wanted.Of(Awake(wanted.Db, now)),
                (people, stop) => unitOfWork.Write(scope => SendHeld(scope, people, now), stop)
            )
            {
                Portion = AtOneLook,
                Together = AtOneLook,
                IsPaced = true,
            },
            now,
            cancellation
        );
    }

    private static IQueryable<long> UnderWay(CuratorBotDb db, DateTimeOffset now) =>
        db
            .Announcements.Where(row =>
                row.SendAt <= now
                && (
                    row.State == AnnouncementState.Waiting
                    || row.State == AnnouncementState.Sending
                    || row.State == AnnouncementState.Sent
                )
            )
            .OrderBy(row => row.SendAt)
            .Select(row => row.Id);

    /// <summary>The people whose night is over.</summary>
    private static IQueryable<long> Awake(CuratorBotDb db, DateTimeOffset now) =>
        db
            .AnnouncementDeliveries.Where(row => row.HeldUntil <= now)
            .GroupBy(row => row.PersonId)
            .OrderBy(rows => rows.Min(row => row.HeldUntil))
            .ThenBy(rows => rows.Key)
            .Select(rows => rows.Key);

    private sealed record Part(long AnnouncementId, long Cursor, IReadOnlyList<long> People);

    /// <summary>Found beside the writer, with the rights that the author has now: none left, nobody.</summary>
    private async Task<Part> NextPart(long id, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        var announcement = await db.Announcements.SingleAsync(row => row.Id == id, cancellation);
        var author = await PeopleDirectory.Read(db, announcement.AuthorId);
        var isFound = announcement.State == AnnouncementState.Sent;
        var people =
            author is { MayWork.IsWide: true } && !isFound
                ? await Audience
                    .Of(db, announcement, author.MayWork)
                    .Where(person => person > announcement.Cursor)
                    .Distinct()
                    .OrderBy(person => person)
                    .Take(AtOneLook)
                    .ToListAsync(cancellation)
                : [];
        return new Part(id, announcement.Cursor, people);
    }

    private async Task Continue(WriteScope scope, Part part, DateTimeOffset now)
    {
        var announcement = await scope.Db.Announcements.FindAsync(part.AnnouncementId);
        if (announcement is null || announcement.Cursor != part.Cursor)
            return;
        if (announcement.State is AnnouncementState.Waiting or AnnouncementState.Sending)
            await SendPart(scope, announcement, part.People, now);
        else if (announcement.State == AnnouncementState.Sent)
            await Report(scope, announcement, now);
    }

    private async Task SendPart(
        WriteScope scope,
        Announcement announcement,
        IReadOnlyList<long> people,
        DateTimeOffset now
    )
    {
        announcement.State = people.Count < AtOneLook ? AnnouncementState.Sent : AnnouncementState.Sending;
        if (people.Count == 0)
            return;
        announcement.Cursor = people[^1];
        var reachable = await Reachable.Of(scope.Db, people);
        var mornings = await Mornings.Of(scope.Db, calendar, reachable, people);
        var rows = new List<OutboxRow>();
        foreach (var person in people)
        {
            var delivery = new AnnouncementDelivery { AnnouncementId = announcement.Id, PersonId = person };
            scope.Db.AnnouncementDeliveries.Add(delivery);
            if (mornings[person].EndOfNight(now) is { } morning)
                delivery.HeldUntil = morning;
            else if (reachable.AccountOf(person) is { } account)
                rows.Add(Send(announcement, delivery, account, now));
        }
        await scope.Db.SaveChangesAsync();
        Postman.Send(scope, outbox, rows);
        failPoints.Pass(FailPoints.Swept);
    }

    private OutboxRow Send(
        Announcement announcement,
        AnnouncementDelivery delivery,
        ChannelAccount account,
        DateTimeOffset now
    )
    {
        var message = text.Message(
            ids.Next(),
            announcement,
            AnnouncementCards.ActionOf(AnnouncementActions.Read, announcement)
        );
        (delivery.OutboxId, delivery.HeldUntil) = (message.Id, null);
        return Postman.RowFor(
            account.Channel,
            account.ChatId,
            account.PersonId,
            Lane.Broadcast,
            message,
            now
        );
    }

    private async Task SendHeld(WriteScope scope, IReadOnlyList<long> people, DateTimeOffset now)
    {
        var due = await scope
            .Db.AnnouncementDeliveries.Where(row =>
                row.HeldUntil <= now && EF.Parameter(people).Contains(row.PersonId)
            )
            .OrderBy(row => row.HeldUntil)
            .ThenBy(row => row.PersonId)
            .ToListAsync();
        var which = due.Select(row => row.AnnouncementId).Distinct().ToList();
        var announcements = await scope
            .Db.Announcements.Where(row => which.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        var reachable = await Reachable.Of(scope.Db, [.. due.Select(row => row.PersonId).Distinct()]);
        var rows = new List<OutboxRow>();
        foreach (var delivery in due)
        {
            var announcement = announcements[delivery.AnnouncementId];
            delivery.HeldUntil = null;
            if (announcement.State == AnnouncementState.Cancelled)
                scope.Db.AnnouncementDeliveries.Remove(delivery);
            else if (reachable.AccountOf(delivery.PersonId) is { } account)
                rows.Add(Send(announcement, delivery, account, now));
        }
        await scope.Db.SaveChangesAsync();
        Postman.Send(scope, outbox, rows);
    }

    /// <summary>Once the fate of every message is known, the author is told.</summary>
    private async Task Report(WriteScope scope, Announcement announcement, DateTimeOffset now)
    {
        var account = await DeliveryAccount.Of(scope.Db, announcement);
        if (!account.IsComplete)
            return;
        announcement.State = AnnouncementState.Reported;
        var message = AccountCard.Message(ids.Next(), texts, announcement, account);
        Postman.Send(
            scope,
            outbox,
            await Postman.RowsFor(scope.Db, announcement.AuthorId, Lane.Broadcast, message, now)
        );
    }
}
