using CuratorBot.Data;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>
/// Asks of reminders that are due whether they are still needed, and settles them. What was missed in
/// between is not made up for: she hears only what matters today.
/// </summary>
internal sealed class Settling(CuratorBotDb db, ReminderPlan plan, Owners owners, DateTimeOffset now)
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
    public CardLine? Settle(long personId, Obligation obligation, IReadOnlyList<Reminder> due, string zone)
    {
        var today = LocalDays.Today(now, zone);
        var daysLeft = Stages.DaysLeft(obligation.DueOn, today);
        var standing = owners.StandingOf(personId, obligation);
        if (!obligation.IsOpen || !obligation.Active || (obligation.Optional && daysLeft < 0))
            return Drop(due);
        var isHers = standing == Standing.Owner || (standing == Standing.Watcher && daysLeft < 0);
        if (!isHers)
            return DropAndPlanAnew(obligation, due);
        var valid = due.Where(row => row.DueOn == obligation.DueOn).ToList();
        Drop(due.Except(valid));
        if (valid.Count == 0)
            return DropAndPlanAnew(obligation, []);
        if (PutOff(valid, today, zone))
            return null;
        PlanNext(personId, obligation, standing, daysLeft, zone);
        if (!owners.Reachable.Contains(personId))
            return DropAndPlanAnew(obligation, valid);
        NoteSent(personId, obligation, valid, Stages.Current(daysLeft), zone);
        return new CardLine(obligation, standing);
    }

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

    /// <summary>Her zone has moved west since it was planned, and the day has not come there.</summary>
    private static bool PutOff(IReadOnlyList<Reminder> rows, DateOnly today, string zone)
    {
        if (rows.Any(row => row.Repeat > 0 || Stages.DayOf(row.Stage, row.DueOn) <= today))
            return false;
        foreach (var row in rows)
            row.DueAt = Morning.Of(Stages.DayOf(row.Stage, row.DueOn), zone);
        return true;
    }

    private void PlanNext(long personId, Obligation obligation, Standing standing, int daysLeft, string zone)
    {
        var history = HistoryOf(personId, obligation);
        var isPlanned = history.Any(row =>
            row.State == ReminderState.Planned && row.Repeat == 0 && row.Stage < daysLeft
        );
        var heard = history.Select(row => row.Stage).ToHashSet();
        if (
            !isPlanned
            && ReminderPlan.NextStage(daysLeft - 1, standing, obligation.Optional, heard) is { } stage
        )
            db.Reminders.Add(plan.Row(obligation, personId, stage, zone));
    }

    private void NoteSent(
        long personId,
        Obligation obligation,
        IReadOnlyList<Reminder> due,
        int? current,
        string zone
    )
    {
        foreach (var row in due)
            row.Settle(
                row.Repeat > 0 || row.Stage == current ? ReminderState.Sent : ReminderState.Obsolete,
                now
            );
        if (current is not { } stage || HistoryOf(personId, obligation).Any(row => row.Stage == stage))
            return;
        var skippedTo = plan.Row(obligation, personId, stage, zone);
        skippedTo.Settle(ReminderState.Sent, now);
        db.Reminders.Add(skippedTo);
    }

    private List<Reminder> HistoryOf(long personId, Obligation obligation) =>
        [.. _history[(personId, obligation.Id)].Where(row => row.DueOn == obligation.DueOn)];
}
