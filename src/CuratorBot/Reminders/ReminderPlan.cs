using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>
/// Plans who is to be reminded of what and when: for each person and obligation the next stage, at nine in
/// the morning of her zone. Planning twice is planning once. Nothing is saved here but in the caller's
/// transaction.
/// </summary>
public sealed class ReminderPlan(IdGenerator ids)
{
    private const int AtOnce = 500;

    /// <summary>When the roles of a person have changed.</summary>
    public async Task PlanFor(CuratorBotDb db, long personId, DateTimeOffset now)
    {
        if (await PeopleDirectory.Read(db, personId) is { } who)
            await PlanFor(db, await OwnObligations.Concerning(db, who), now);
    }

    /// <summary>When an obligation was created, confirmed, opened again or moved.</summary>
    public Task PlanFor(CuratorBotDb db, Obligation obligation, DateTimeOffset now) =>
        PlanFor(db, [obligation], now);

    public async Task PlanAll(CuratorBotDb db, DateTimeOffset now) =>
        await PlanFor(db, await OwnObligations.Open(db).Select(row => row.Id).ToListAsync(), now);

    public async Task PlanFor(CuratorBotDb db, IReadOnlyCollection<long> obligations, DateTimeOffset now)
    {
        foreach (var chunk in obligations.Chunk(AtOnce))
        {
            await PlanFor(
                db,
                await db.Obligations.Where(row => EF.Parameter(chunk).Contains(row.Id)).ToListAsync(),
                now
            );
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Whether nobody lacks a reminder of these obligations. Reads only.</summary>
    public async Task<bool> IsComplete(
        CuratorBotDb db,
        IReadOnlyCollection<Obligation> obligations,
        DateTimeOffset now
    ) => (await Lacking(db, obligations, now)).Count == 0;

    /// <summary>Adds what lacks; a reminder of an earlier date of the same obligation is obsolete.</summary>
    public async Task PlanFor(
        CuratorBotDb db,
        IReadOnlyCollection<Obligation> obligations,
        DateTimeOffset now
    )
    {
        var lacking = await Lacking(db, obligations, now);
        if (lacking.Count == 0)
            return;
        var concerned = lacking.Select(each => each.Obligation.Id).Distinct().ToList();
        var history = await db
            .Reminders.Where(row => EF.Parameter(concerned).Contains(row.ObligationId))
            .ToListAsync();
        var rowsOf = history.ToLookup(row => (row.PersonId, row.ObligationId));
        foreach (var each in lacking)
            Plan(db, each, [.. rowsOf[(each.PersonId, each.Obligation.Id)]], now);
    }

    /// <summary>The first stage from <paramref name="daysLeft"/> on that she must hear of and did not yet.</summary>
    public static int? NextStage(int daysLeft, Standing standing, bool optional, IReadOnlySet<int> heard) =>
        Stages
            .From(daysLeft)
            .SkipWhile(stage => standing == Standing.Watcher && stage >= 0)
            .TakeWhile(stage => !optional || stage >= 0)
            .Cast<int?>()
            .FirstOrDefault(stage => !heard.Contains(stage!.Value));

    public Reminder Row(Obligation obligation, long personId, int stage, string zone) =>
        Row(obligation, personId, stage, repeat: 0, Morning.Of(Stages.DayOf(stage, obligation.DueOn), zone));

    public Reminder Row(Obligation obligation, long personId, int stage, int repeat, DateTimeOffset dueAt) =>
        new()
        {
            Id = ids.Next(),
            PersonId = personId,
            ObligationId = obligation.Id,
            DueOn = obligation.DueOn,
            Stage = stage,
            Repeat = repeat,
            DueAt = dueAt,
        };

    private sealed record Pair(long PersonId, Obligation Obligation, Standing Standing, string Zone);

    private static async Task<List<Pair>> Lacking(
        CuratorBotDb db,
        IReadOnlyCollection<Obligation> obligations,
        DateTimeOffset now
    )
    {
        var open = obligations.Where(row => row is { IsOpen: true, Active: true }).ToList();
        var owners = await Owners.Of(db, open);
        var concerned = open.Select(row => row.Id).ToList();
        var planned = await db
            .Reminders.AsNoTracking()
            .Where(row =>
                row.State == ReminderState.Planned && EF.Parameter(concerned).Contains(row.ObligationId)
            )
            .Where(row => row.Repeat == 0)
            .Select(row => new ValueTuple<long, long, DateOnly>(row.PersonId, row.ObligationId, row.DueOn))
            .ToHashSetAsync();
        return
        [
            .. from obligation in open
            from person in owners.PeopleOf(obligation)
            where !planned.Contains((person.PersonId, obligation.Id, obligation.DueOn))
            let zone = owners.Reachable.ZoneOf(person.PersonId)
            let daysLeft = Stages.DaysLeft(obligation.DueOn, LocalDays.Today(now, zone))
            where !obligation.Optional || (person.Standing == Standing.Owner && daysLeft >= 0)
            select new Pair(person.PersonId, obligation, person.Standing, zone),
        ];
    }

    private void Plan(CuratorBotDb db, Pair pair, List<Reminder> history, DateTimeOffset now)
    {
        var obligation = pair.Obligation;
        foreach (var row in history.Where(row => row.State == ReminderState.Planned))
            if (row.DueOn != obligation.DueOn)
                row.Settle(ReminderState.Obsolete, now);
        var heard = history.Where(row => row.DueOn == obligation.DueOn).Select(row => row.Stage).ToHashSet();
        var daysLeft = Stages.DaysLeft(obligation.DueOn, LocalDays.Today(now, pair.Zone));
        if (NextStage(daysLeft, pair.Standing, obligation.Optional, heard) is { } stage)
            db.Reminders.Add(Row(obligation, pair.PersonId, stage, pair.Zone));
    }
}
