using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>
/// Plans who is to be reminded of what and when: for each person and obligation the next step, on her own
/// morning. Those who do not owe it are planned for from two weeks before the deadline
/// on: early enough to outlast an outage, and not for the whole year at once.
/// Planning twice is planning once. Nothing is saved here but in the caller's transaction.
/// </summary>
public sealed class ReminderPlan(IdGenerator ids, WorkCalendar calendar)
{
    private const int AtOnce = 500;
    private const int Ahead = 14;

    public WorkCalendar Calendar => calendar;

    /// <summary>When the roles of a person have changed.</summary>
    public async Task PlanFor(CuratorBotDb db, long personId, DateTimeOffset now)
    {
        if (await PeopleDirectory.Read(db, personId) is { } who)
        {
            var watchedUntil = LocalDays.Today(now, who.TimeZone).AddDays(Ahead);
            await PlanFor(db, await OwnObligations.Concerning(db, who, watchedUntil), now);
        }
    }

    /// <summary>When an obligation was created, confirmed, opened again or moved.</summary>
    public Task PlanFor(CuratorBotDb db, Obligation obligation, DateTimeOffset now) =>
        PlanFor(db, [obligation], now);

    /// <summary>
    /// When the dates of these obligations have moved: what was planned by the old ones and not missed goes
    /// without a trace, so that a date that comes back has all its steps again.
    /// </summary>
    public static async Task Forget(CuratorBotDb db, IReadOnlyCollection<Obligation> moved)
    {
        var dates = moved.ToDictionary(row => row.Id, row => row.DueOn);
        var ids = dates.Keys.ToList();
        var planned = await db
            .Reminders.Where(row =>
                row.State == ReminderState.Planned
                && row.MissedIn == null
                && EF.Parameter(ids).Contains(row.ObligationId)
            )
            .ToListAsync();
        db.Reminders.RemoveRange(planned.Where(row => row.DueOn != dates[row.ObligationId]));
    }

    /// <summary>
    /// Puts reminders that are to come back onto the hour of whoever gets them: the rules of a zone have changed since
    /// they were planned. Reads only where nothing is to be put right.
    /// </summary>
    /// <returns>Whether any was not on its hour.</returns>
    public async Task<bool> SetRight(
        CuratorBotDb db,
        IReadOnlyCollection<long> obligations,
        DateTimeOffset now
    )
    {
        var planned = await db
            .Reminders.Where(row =>
                row.State == ReminderState.Planned
                && row.DueAt > now
                && row.MissedIn == null
                && row.AskedBy == null
                && row.Stage != Reminder.Opening
                && EF.Parameter(obligations).Contains(row.ObligationId)
            )
            .ToListAsync();
        var people = planned.Select(row => row.PersonId).Distinct().ToList();
        var mornings = await Mornings.Of(db, calendar, await Reachable.Of(db, people), people);
        var anything = false;
        foreach (var row in planned)
        {
            var morning = mornings[row.PersonId];
            if (morning.Of(morning.Today(row.DueAt)) is var right && right == row.DueAt)
                continue;
            (row.DueAt, anything) = (right, true);
        }
        return anything;
    }

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

    public Steps StepsOf(Obligation obligation, ProjectTask task, Standing standing, Morning morning) =>
        new(task.LadderOrDefault, standing, obligation.Optional, obligation.DueOn, calendar, morning.Region);

    /// <summary>A reminder of one of these steps, on its morning.</summary>
    public Reminder Row(Obligation obligation, long personId, Steps steps, int step, Morning morning) =>
        Row(obligation, personId, steps, step, repeat: 0, morning.Of(steps.DayOf(step)));

    public Reminder Row(
        Obligation obligation,
        long personId,
        Steps steps,
        int step,
        int repeat,
        DateTimeOffset dueAt,
        AskedBy? asked = null
    ) =>
        new()
        {
            Id = ids.Next(),
            PersonId = personId,
            ObligationId = obligation.Id,
            DueOn = obligation.DueOn,
            Standing = steps.Standing,
            Stage = step,
            Repeat = repeat,
            DueAt = dueAt,
            AskedBy = asked?.By,
            AskedAt = asked?.At,
        };

    private sealed record Pair(long PersonId, Obligation Obligation, Steps Steps, Morning Morning);

    private async Task<List<Pair>> Lacking(
        CuratorBotDb db,
        IReadOnlyCollection<Obligation> obligations,
        DateTimeOffset now
    )
    {
        var open = obligations.Where(row => row is { IsOpen: true, Active: true }).ToList();
        var owners = await Owners.Of(db, open);
        var planned = await PlannedFor(db, [.. open.Select(row => row.Id)]);
        var wanting = open.SelectMany(row => owners.PeopleOf(row).Select(person => (Row: row, person)))
            .Where(each =>
                !planned.Contains((each.person.PersonId, each.Row.Id, each.Row.DueOn, each.person.Standing))
            )
            .ToList();
        var people = wanting.Select(each => each.person.PersonId).Distinct().ToList();
        var mornings = await Mornings.Of(db, calendar, owners.Reachable, people);
        return
        [
            .. from each in wanting
            let morning = mornings[each.person.PersonId]
            where IsTime(each.Row, each.person.Standing, morning.Today(now))
            let steps = StepsOf(each.Row, owners.TaskOf(each.Row), each.person.Standing, morning)
            select new Pair(each.person.PersonId, each.Row, steps, morning),
        ];
    }

    private static bool IsTime(Obligation obligation, Standing standing, DateOnly today) =>
        standing == Standing.Owner
            ? !obligation.Optional || obligation.DueOn >= today
            : !obligation.Optional && obligation.DueOn <= today.AddDays(Ahead);

    private static Task<HashSet<(long, long, DateOnly, Standing)>> PlannedFor(
        CuratorBotDb db,
        List<long> obligations
    ) =>
        db
            .Reminders.AsNoTracking()
            .Where(row =>
                row.State == ReminderState.Planned && EF.Parameter(obligations).Contains(row.ObligationId)
            )
            .Where(row => row.Repeat == 0)
            .Select(row => new ValueTuple<long, long, DateOnly, Standing>(
                row.PersonId,
                row.ObligationId,
                row.DueOn,
                row.Standing
            ))
            .ToHashSetAsync();

    /// <summary>What was planned of another date is obsolete; of another standing, it never was.</summary>
    private void Plan(CuratorBotDb db, Pair pair, List<Reminder> history, DateTimeOffset now)
    {
        var (obligation, morning) = (pair.Obligation, pair.Morning);
        var planned = history.Where(row => row.State == ReminderState.Planned).ToList();
        foreach (var row in planned.Where(row => row.DueOn != obligation.DueOn))
            row.Settle(ReminderState.Obsolete, now);
        var replaced = planned.Where(row => row.DueOn == obligation.DueOn && row.Repeat == 0).ToList();
        db.Reminders.RemoveRange(replaced);
        var heard = history
            .Except(replaced)
            .Where(row => row.DueOn == obligation.DueOn)
            .Select(row => row.Stage)
            .ToHashSet();
        if (pair.Steps.Next(morning.Today(now), heard) is { } step)
            db.Reminders.Add(Row(obligation, pair.PersonId, pair.Steps, step, morning));
    }
}
