using CuratorBot.Data;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>
/// Asks of reminders that are due whether they are still needed, and settles them. What was missed in
/// between is not made up for: she hears only what matters today.
/// </summary>
internal sealed class Settling(
    CuratorBotDb db,
    ReminderPlan plan,
    Owners owners,
    Mornings mornings,
    DateTimeOffset now
)
{
    private ILookup<(long, long), Reminder> _history = Enumerable.Empty<Reminder>().ToLookup(_ => (0L, 0L));

    /// <summary>Obligations whose people have changed, so that somebody else must hear of them.</summary>
    public HashSet<long> ToPlanAnew { get; } = [];

    public async Task ReadHistory(IReadOnlyCollection<Reminder> due)
    {
        var people = due.Select(row => row.PersonId).Distinct().ToList();
        var obligations = due.Select(row => row.ObligationId).Distinct().ToList();
        var rows = await db
            .Reminders.Where(row =>
                EF.Parameter(people).Contains(row.PersonId)
                && EF.Parameter(obligations).Contains(row.ObligationId)
            )
            .ToListAsync();
        _history = rows.ToLookup(row => (row.PersonId, row.ObligationId));
    }

    /// <summary>Settles what is due of one obligation; the line that she must hear, or null.</summary>
    public CardLine? Settle(long personId, Obligation obligation, IReadOnlyList<Reminder> due)
    {
        var morning = mornings[personId];
        var today = morning.Today(now);
        if (!obligation.IsOpen || !obligation.Active || (obligation.Optional && obligation.DueOn < today))
            return Drop(due);
        var standing = owners.StandingOf(personId, obligation);
        if (standing == Standing.None)
            return DropAndPlanAnew(obligation, due);
        var steps = plan.StepsOf(obligation, owners.TaskOf(obligation), standing, morning);
        var valid = due.Where(row => row.DueOn == obligation.DueOn && IsHers(row, standing)).ToList();
        Drop(due.Except(valid));
        if (valid.Count == 0)
            return DropAndPlanAnew(obligation, []);
        if (PutOff(valid, steps, morning, today))
            return null;
        var one = new OfOne(personId, obligation, steps, morning, today);
        PlanNext(one, valid);
        if (!owners.Reachable.Contains(personId))
            return DropAndPlanAnew(obligation, valid);
        NoteSent(one, valid);
        return new CardLine(obligation, standing)
        {
            AskedBy = valid.Select(row => row.AskedBy).FirstOrDefault(by => by is not null),
        };
    }

    private sealed record OfOne(
        long PersonId,
        Obligation Obligation,
        Steps Steps,
        Morning Morning,
        DateOnly Today
    );

    /// <summary>Who has ceased to owe it hears of it later, who has come to owe it earlier than planned.</summary>
    private static bool IsHers(Reminder row, Standing standing) => row.Standing == standing || row.Repeat > 0;

    private CardLine? Drop(IEnumerable<Reminder> rows)
    {
        foreach (var row in rows)
            row.Settle(ReminderState.Obsolete, now);
        return null;
    }

    private CardLine? DropAndPlanAnew(Obligation obligation, IEnumerable<Reminder> rows)
    {
        ToPlanAnew.Add(obligation.Id);
        return Drop(rows);
    }

    /// <summary>The day has not come: her zone has moved west since it was planned, or its step has moved.</summary>
    private static bool PutOff(IReadOnlyList<Reminder> rows, Steps steps, Morning morning, DateOnly today)
    {
        if (rows.Any(row => row.Repeat > 0 || steps.DayOf(row.Stage) <= today))
            return false;
        foreach (var row in rows)
            row.DueAt = morning.Of(steps.DayOf(row.Stage));
        return true;
    }

    private void PlanNext(OfOne one, IReadOnlyList<Reminder> due)
    {
        var history = HistoryOf(one);
        var isPlanned = history.Except(due).Any(row => row.State == ReminderState.Planned && row.Repeat == 0);
        var heard = history.Select(row => row.Stage).ToHashSet();
        if (!isPlanned && one.Steps.Next(one.Today.AddDays(1), heard) is { } step)
            db.Reminders.Add(plan.Row(one.Obligation, one.PersonId, one.Steps, step, one.Morning));
    }

    private void NoteSent(OfOne one, IReadOnlyList<Reminder> due)
    {
        var current = one.Steps.Current(one.Today);
        foreach (var row in due)
            row.Settle(
                row.Repeat > 0 || row.Stage == current ? ReminderState.Sent : ReminderState.Obsolete,
                now
            );
        if (current is not { } step || HistoryOf(one).Any(row => row.Stage == step))
            return;
        var skippedTo = plan.Row(one.Obligation, one.PersonId, one.Steps, step, one.Morning);
        skippedTo.Settle(ReminderState.Sent, now);
        db.Reminders.Add(skippedTo);
    }

    private List<Reminder> HistoryOf(OfOne one) =>
        [.. _history[(one.PersonId, one.Obligation.Id)].Where(row => row.DueOn == one.Obligation.DueOn)];
}
