using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Sweeping;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Reminders.Outages;

/// <summary>
/// Tells the operator what an outage came to, once everything that was missed has been made up for: a line of
/// the log and a message to the regional coordinators and operators, in the daytime of all of them.
/// </summary>
public sealed partial class OutageAccount(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    Outbox outbox,
    WorkCalendar calendar,
    IdGenerator ids,
    TextCatalogue texts,
    ILogger<OutageAccount> log
) : ISweep
{
    /// <summary>Then it is told whatever is left.</summary>
    private static readonly TimeSpan AtTheLatest = TimeSpan.FromDays(14);

    public string Name => "accounts of outages";

    public Task Run(DateTimeOffset now, CancellationToken cancellation = default) =>
        rounds.Make(
            new DueRows(
                Name,
                wanted => wanted.Of(MadeUpFor(wanted.Db, now)),
                (outages, stop) => unitOfWork.Write(scope => Tell(scope, outages[0], now), stop)
            ),
            now,
            cancellation
        );

    private static IQueryable<long> MadeUpFor(CuratorBotDb db, DateTimeOffset now)
    {
        var longAgo = now - AtTheLatest;
        return db
            .Outages.Where(outage => outage.ToldAt == null)
            .Where(outage =>
                outage.Until <= longAgo
                || !db.Reminders.Any(row => row.State == ReminderState.Planned && row.MissedIn == outage.Id)
            )
            .OrderBy(outage => outage.Id)
            .Select(outage => outage.Id);
    }

    private async Task Tell(WriteScope scope, long id, DateTimeOffset now)
    {
        var outage = await scope.Db.Outages.SingleAsync(row => row.Id == id);
        var people = await RegionalCoordinators(scope.Db);
        var reachable = await Reachable.Of(scope.Db, people);
        var mornings = await Mornings.Of(scope.Db, calendar, reachable, people);
        if (outage.ToldAt is not null || people.Any(person => !IsDaytime(mornings[person], now)))
            return;
        outage.ToldAt = now;
        LogAccount(log, outage.Missed, outage.Digests, outage.Obsolete);
        var rows = new List<OutboxRow>();
        foreach (var person in people)
            rows.AddRange(
                await Postman.RowsFor(
                    scope.Db,
                    person,
                    Lane.Broadcast,
                    Message(outage, reachable.ZoneOf(person)),
                    now
                )
            );
        Postman.Send(scope, outbox, rows);
    }

    private static bool IsDaytime(Morning morning, DateTimeOffset now) =>
        !morning.IsNight(now) && morning.Calendar.IsWorkday(morning.Today(now), morning.Region);

    private static Task<List<long>> RegionalCoordinators(CuratorBotDb db) =>
        db
            .RoleAssignments.Where(role =>
                (role.Role == Role.RegionalCoordinator || role.Role == Role.RegionalOperator)
                && role.RevokedAt == null
            )
            .Select(role => role.PersonId)
            .Distinct()
            .OrderBy(person => person)
            .ToListAsync();

    private OutgoingMessage Message(Outage outage, string zone)
    {
        var text = texts.Get(
            "reminders.outage",
            ("from", At(outage.From, zone)),
            ("until", At(outage.Until, zone)),
            ("missed", outage.Missed),
            ("digests", outage.Digests)
        );
        return new OutgoingMessage
        {
            Id = ids.Next(),
            Text =
                outage.Obsolete == 0
                    ? text
                    : RichText.Lines(
                        text,
                        texts.Get("reminders.outageObsolete", ("obsolete", outage.Obsolete))
                    ),
        };
    }

    private RichText At(DateTimeOffset instant, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return texts.Get(
            "reminders.instant",
            ("date", DateOnly.FromDateTime(local.DateTime)),
            ("time", $"{local:HH:mm}")
        );
    }

    [LoggerMessage(
        LogLevel.Information,
        "The outage is made up for: {Missed} reminders missed, {Digests} messages sent, {Obsolete} obsolete"
    )]
    private static partial void LogAccount(ILogger log, int missed, int digests, int obsolete);
}
