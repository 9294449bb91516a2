using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schedule;
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
/// settled and the next ones planned. It may be run as often as one likes, and twice at the same time.
/// </summary>
public sealed partial class ReminderSweep(
    IUnitOfWork unitOfWork,
    Pulse pulse,
    PlanUpkeep upkeep,
    ReminderPlan plan,
    Digest digest,
    OutageAccount outages,
    Outbox outbox,
    FailPoints failPoints,
    ILogger<ReminderSweep> log
)
{
    private const int MostRows = 500;
    private const int PeopleAtOnce = 50;
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromHours(1);

    /// <summary>
    /// Returns when nothing is due any more, with an account for the operator. What an outage left behind
    /// goes out little by little, some at each run.
    /// </summary>
    public async Task<SweepAccount> Run(DateTimeOffset now, CancellationToken cancellation = default)
    {
        await upkeep.CatchUp(now, cancellation);
        await pulse.Beat(now, cancellation);
        var account = new SweepAccount(0, 0, 0);
        while (await DuePeople(now, cancellation) is { Count: > 0 } people)
            account += await SweepOrIsolate(people, now, cancellation);
        account += await SweepMissed(now, cancellation);
        if (account.Settled > 0)
            LogSwept(log, account.Digests, account.Sent, account.Obsolete);
        await outages.Tell(now, cancellation);
        return account;
    }

    /// <summary>The earliest instant at which a planned reminder is due; null when none is planned.</summary>
    public async Task<DateTimeOffset?> NextReminder(CancellationToken cancellation = default)
    {
        await using var db = unitOfWork.OpenForReading();
        var next = await db
            .Reminders.AsNoTracking()
            .Where(row => row.State == ReminderState.Planned)
            .OrderBy(row => row.DueAt)
            .FirstOrDefaultAsync(cancellation);
        return next?.DueAt;
    }

    /// <summary>Those who have waited longest, as many as fit in one transaction, but at least one.</summary>
    private async Task<IReadOnlyList<long>> DuePeople(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        var first = await Due(db, now)
            .Where(row => row.MissedIn == null)
            .OrderBy(row => row.DueAt)
            .Take(MostRows)
            .Select(row => row.PersonId)
            .ToListAsync(cancellation);
        if (first.Count == 0)
            return [];
        var people = first.Distinct().ToList();
        var counts = await Due(db, now)
            .Where(row => EF.Parameter(people).Contains(row.PersonId))
            .GroupBy(row => row.PersonId)
            .ToDictionaryAsync(rows => rows.Key, rows => rows.Count(), cancellation);
        var total = 0;
        return
        [
            .. people.Where(
                (person, place) => (total += counts.GetValueOrDefault(person)) <= MostRows || place == 0
            ),
        ];
    }

    private async Task<SweepAccount> SweepMissed(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var account = new SweepAccount(0, 0, 0);
        foreach (
            var people in (await MissedPeople.Next(db, Due(db, now), today, cancellation)).Chunk(PeopleAtOnce)
        )
            account += await SweepOrIsolate(people, now, cancellation);
        return account;
    }

    /// <summary>What goes wrong with one person must not keep the others waiting.</summary>
    private async Task<SweepAccount> SweepOrIsolate(
        IReadOnlyList<long> people,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        try
        {
            return await unitOfWork.Write(scope => Sweep(scope, people, now), cancellation);
        }
        catch (Exception error) when (IsOfThePeople(error))
        {
            var account = new SweepAccount(0, 0, 0);
            foreach (var person in people)
                account += await SweepOne(person, now, cancellation);
            return account;
        }
    }

    private async Task<SweepAccount> SweepOne(long person, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return await unitOfWork.Write(scope => Sweep(scope, [person], now), cancellation);
        }
        catch (Exception error) when (IsOfThePeople(error))
        {
            LogPutOff(log, person, ErrorWords.Of(error));
            await unitOfWork.Write(
                async scope =>
                {
                    foreach (var row in await DueOf(scope.Db, [person], now))
                        row.DueAt = now + TryAgainAfter;
                },
                cancellation
            );
            return new SweepAccount(0, 0, 0);
        }
    }

    private static bool IsOfThePeople(Exception error) =>
        error is not (StorageException or OperationCanceledException);

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
                ? digest.Write(db, account, lines, mornings[rows.Key].Today(now), facts, now)
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

    [LoggerMessage(
        LogLevel.Error,
        "The reminders of person {Person} could not be sent; again in an hour: {Error}"
    )]
    private static partial void LogPutOff(ILogger log, long person, string error);
}
