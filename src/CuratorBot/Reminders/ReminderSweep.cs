using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People.InCharge;
using CuratorBot.Reminders.Daily;
using CuratorBot.Reminders.Outages;
using CuratorBot.Schedule;
using CuratorBot.Sweeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Reminders;

/// <summary>What became of the reminders that were due: those not needed any more were sent to nobody.</summary>
public sealed record SweepAccount(int Digests, int Sent, int Obsolete)
{
    public int Settled => Sent + Obsolete;

    public static SweepAccount operator +(SweepAccount one, SweepAccount other) =>
        new(one.Digests + other.Digests, one.Sent + other.Sent, one.Obsolete + other.Obsolete);
}

/// <summary>
/// Sends the reminders that are due: one message to each person, in the same transaction in which they are
/// settled and the next ones planned.
/// </summary>
public sealed partial class ReminderSweep(
    IUnitOfWork unitOfWork,
    Rounds rounds,
    Pulse pulse,
    ReminderPlan plan,
    Digest digest,
    Outbox outbox,
    FailPoints failPoints,
    ILogger<ReminderSweep> log
) : ISweep
{
    private const int MostRows = 500;
    private const int PeopleTogether = 50;

    public string Name => "reminders";

    Task ISweep.Run(DateTimeOffset now, CancellationToken cancellation) => Run(now, cancellation);

    /// <summary>
    /// Returns when nothing is due any more, with an account for the operator. What an outage left behind
    /// goes out little by little, some at each run.
    /// </summary>
    public async Task<SweepAccount> Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await pulse.Beat(now, cancellation);
        var account = new SweepAccount(0, 0, 0);
        await rounds.Make(
            new DueRows(Name, wanted => DuePeople(wanted, now), Remind)
            {
                Portion = MostRows,
                Together = MostRows,
            },
            now,
            cancellation
        );
        await rounds.Make(
            new DueRows(
                "reminders that were missed",
                wanted => MissedPeople.Next(wanted, Due(wanted.Db, now), now),
                Remind
            )
            {
                Portion = MissedPeople.AtOneLook,
                Together = PeopleTogether,
                IsPaced = true,
            },
            now,
            cancellation
        );
        if (account.Settled > 0)
            LogSwept(log, account.Digests, account.Sent, account.Obsolete);
        return account;

        async Task Remind(IReadOnlyList<long> people, CancellationToken stop) =>
            account += await unitOfWork.Write(scope => Sweep(scope, people, now), stop);
    }

    /// <summary>The earliest instant after <paramref name="now"/> at which a planned reminder is due; null when none is planned.</summary>
    public async Task<DateTimeOffset?> NextReminder(
        DateTimeOffset now,
        CancellationToken cancellation = default
    )
    {
        await using var db = unitOfWork.OpenForReading();
        var next = await db
            .Reminders.AsNoTracking()
            .Where(row => row.State == ReminderState.Planned && row.DueAt > now)
            .OrderBy(row => row.DueAt)
            .FirstOrDefaultAsync(cancellation);
        return next?.DueAt;
    }

    /// <summary>Those who have waited longest, as many as fit in one transaction, but at least one.</summary>
    private static async Task<List<long>> DuePeople(Wanted wanted, DateTimeOffset now)
    {
        var first = await Due(wanted.Db, now)
            .Where(row => row.MissedIn == null && !EF.Parameter(wanted.Without).Contains(row.PersonId))
            .OrderBy(row => row.DueAt)
            .Take(wanted.Most)
            .Select(row => row.PersonId)
            .ToListAsync(wanted.Cancellation);
        if (first.Count == 0)
            return [];
        var people = first.Distinct().ToList();
        var counts = await Due(wanted.Db, now)
            .Where(row => EF.Parameter(people).Contains(row.PersonId))
            .GroupBy(row => row.PersonId)
            .ToDictionaryAsync(rows => rows.Key, rows => rows.Count(), wanted.Cancellation);
        var total = 0;
        return
        [
            .. people.Where(
                (person, place) => (total += counts.GetValueOrDefault(person)) <= wanted.Most || place == 0
            ),
        ];
    }

    private async Task<SweepAccount> Sweep(WriteScope scope, IReadOnlyList<long> people, DateTimeOffset now)
    {
        var db = scope.Db;
        var due = await DueOf(db, people, now);
        var reachable = await Reachable.Of(db, people);
        var mornings = await Mornings.WithTold(db, plan.Calendar, reachable, people, now);
        var missed = new MissedCounts();
        var awake = due.Where(row => !LeaveInPeace(row, mornings[row.PersonId], missed, now)).ToList();
        var ids = awake.Select(row => row.ObligationId).Distinct().ToList();
        var obligations = await db
            .Obligations.AsNoTracking()
            .Where(row => EF.Parameter(ids).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        var settling = new Settling(db, plan, await Owners.Of(db, obligations.Values), mornings, now);
        await settling.ReadHistory(awake);
        var facts = await CardFacts.Of(db, obligations.Values, awake.Select(row => row.AskedBy));
        var sent = awake.GroupBy(row => row.PersonId).SelectMany(rows => WriteTo(rows)).ToList();
        await db.SaveChangesAsync();
        await missed.Save(db);
        await plan.PlanFor(db, settling.ToPlanAnew, now);
        Postman.Send(scope, outbox, sent);
        failPoints.Pass(FailPoints.Swept);
        return new SweepAccount(
            sent.Count,
            awake.Count(row => row.State == ReminderState.Sent),
            awake.Count(row => row.State == ReminderState.Obsolete)
        );

        IEnumerable<OutboxRow> WriteTo(IGrouping<long, Reminder> rows)
        {
            var lines = rows.GroupBy(row => row.ObligationId)
                .Select(due => settling.Settle(rows.Key, obligations[due.Key], [.. due]))
                .OfType<CardLine>()
                .ToList();
            missed.Note(rows, lines.Select(line => line.Obligation.Id).ToHashSet());
            return lines.Count > 0 && reachable.AccountOf(rows.Key) is { } account
                ? digest.Write(db, account, lines, mornings[rows.Key], facts, now)
                : [];
        }
    }

    /// <summary>
    /// At night, on a day off, in a pause a reminder stays planned and waits for her morning. One that a
    /// coordinator asked for does not wait for the next day because the ladder has spoken on this one.
    /// </summary>
    private static bool LeaveInPeace(Reminder row, Morning morning, MissedCounts missed, DateTimeOffset now)
    {
        var hers = row.AskedBy is null ? morning : morning with { ToldOn = null };
        if (hers.PeaceUntil(now, row.DueOn) is not { } until)
            return false;
        row.DueAt = until;
        if (morning.PausedUntil > morning.Today(now))
            missed.NotePaused(row);
        return true;
    }

    private static Task<List<Reminder>> DueOf(
        CuratorBotDb db,
        IReadOnlyList<long> people,
        DateTimeOffset now
    ) =>
        Due(db, now)
            .Where(row => EF.Parameter(people).Contains(row.PersonId))
            .OrderBy(row => row.Id)
            .ToListAsync();

    private static IQueryable<Reminder> Due(CuratorBotDb db, DateTimeOffset now) =>
        db.Reminders.Where(row => row.State == ReminderState.Planned && row.DueAt <= now);

    [LoggerMessage(
        LogLevel.Information,
        "Reminded by {Digests} messages: {Sent} reminders sent, {Obsolete} no longer needed"
    )]
    private static partial void LogSwept(ILogger log, int digests, int sent, int obsolete);
}
