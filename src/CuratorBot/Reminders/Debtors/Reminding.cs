using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Debtors;

/// <summary>When one person will read what she is reminded of.</summary>
internal enum Arrival
{
    Now,

    /// <summary>It is night or a day off: on her next working morning.</summary>
    Morning,

    /// <summary>She has asked not to be disturbed for a while, which is nobody else's business.</summary>
    Later,
}

/// <summary>One of those who will be reminded now.</summary>
/// <param name="At">Her morning, for the one who has to wait for it.</param>
internal sealed record Reminded(long PersonId, Arrival Arrival, DateTimeOffset? At);

/// <summary>What came of reminding the debtors that were chosen.</summary>
/// <param name="Spared">Those who have been reminded of these debts lately: the latest of each person.</param>
/// <param name="Substituted">Debts that go to somebody else than those who owe them.</param>
/// <param name="Lost">Debts of which nobody can be reminded.</param>
internal sealed record RemindingAccount(
    IReadOnlyList<Reminded> Reminded,
    IReadOnlyList<AskedOnce> Spared,
    IReadOnlyList<Debt> Substituted,
    IReadOnlyList<Debt> Lost
);

/// <summary>
/// Reminds debtors because a coordinator says so. It plans reminders like those of the ladder, so the sweep asks
/// again whether they are needed, folds them into one message and leaves nobody without sleep.
/// </summary>
public sealed class Reminding(ReminderPlan plan)
{
    /// <summary>How many people would be reminded now.</summary>
    internal static async Task<int> Count(TurnContext turn, IEnumerable<DebtorGroup> groups) =>
        (await Due(turn, [.. groups.SelectMany(group => group.Debts)]))
            .Due.Select(each => each.Receiver.PersonId)
            .Distinct()
            .Count();

    internal async Task<RemindingAccount> Remind(
        TurnContext turn,
        DebtorBook book,
        IEnumerable<DebtorGroup> groups
    )
    {
        var debts = groups.SelectMany(group => group.Debts).ToList();
        var (due, spared) = await Due(turn, debts);
        var people = due.Select(each => each.Receiver.PersonId).Distinct().ToList();
        var mornings = await Mornings.Of(turn.Db, plan.Calendar, book.Owners.Reachable, people);
        var rows = await RowsOf(turn, due);
        foreach (var (receiver, debt) in due)
            Plan(turn, book.Owners, receiver, debt, mornings[receiver.PersonId], rows);
        await Note(turn, due.Select(each => each.Debt));
        return new RemindingAccount(
            [.. people.Select(person => ArrivalOf(turn, person, mornings[person], due))],
            [.. spared.GroupBy(one => one.PersonId).Select(hers => hers.MaxBy(one => one.At)!)],
            [
                .. due.Where(each => each.Receiver.Standing != Standing.Owner)
                    .Select(each => each.Debt)
                    .Distinct(),
            ],
            [.. debts.Where(debt => debt.Receivers.Count == 0)]
        );
    }

    private static async Task<(List<(Receiver Receiver, Debt Debt)> Due, List<AskedOnce> Spared)> Due(
        TurnContext turn,
        IReadOnlyCollection<Debt> debts
    )
    {
        var asked = await AskedBefore.Of(turn.Db, [.. debts.Select(debt => debt.Obligation.Id)], turn.Now);
        var due = new List<(Receiver, Debt)>();
        var spared = new List<AskedOnce>();
        foreach (var debt in debts)
        foreach (var receiver in debt.Receivers)
            if (asked.Cooling((receiver.PersonId, debt.Obligation.Id)) is { } earlier)
                spared.Add(earlier);
            else
                due.Add((receiver, debt));
        return (due, spared);
    }

    private void Plan(
        TurnContext turn,
        Owners owners,
        Receiver receiver,
        Debt debt,
        Morning morning,
        ILookup<(long, long), Reminder> rows
    )
    {
        var obligation = debt.Obligation;
        var hers = rows[(receiver.PersonId, obligation.Id)].Where(row => row.DueOn == obligation.DueOn);
        var steps = plan.StepsOf(obligation, owners.TaskOf(obligation), receiver.Standing, morning);
        turn.Db.Reminders.Add(
            OnceMore.Row(
                plan,
                (receiver.PersonId, obligation),
                steps,
                [.. hers],
                morning.Today(turn.Now),
                dueAt: morning.PeaceUntil(turn.Now, obligation.DueOn) ?? turn.Now,
                new AskedBy(turn.Who.PersonId, turn.Now)
            )
        );
    }

    private static async Task<ILookup<(long, long), Reminder>> RowsOf(
        TurnContext turn,
        List<(Receiver Receiver, Debt Debt)> due
    )
    {
        var people = due.Select(each => each.Receiver.PersonId).Distinct().ToList();
        var obligations = due.Select(each => each.Debt.Obligation.Id).Distinct().ToList();
        var rows = await turn
            .Db.Reminders.AsNoTracking()
            .Where(row =>
                EF.Parameter(people).Contains(row.PersonId)
                && EF.Parameter(obligations).Contains(row.ObligationId)
            )
            .ToListAsync();
        return rows.ToLookup(row => (row.PersonId, row.ObligationId));
    }

    private static Reminded ArrivalOf(
        TurnContext turn,
        long person,
        Morning morning,
        List<(Receiver Receiver, Debt Debt)> due
    )
    {
        var dueOn = due.First(each => each.Receiver.PersonId == person).Debt.Obligation.DueOn;
        if (morning.PeaceUntil(turn.Now, dueOn) is not { } until)
            return new Reminded(person, Arrival.Now, null);
        var unpaused = (morning with { PausedUntil = null }).PeaceUntil(turn.Now, dueOn);
        return until == unpaused
            ? new Reminded(person, Arrival.Morning, until)
            : new Reminded(person, Arrival.Later, null);
    }

    /// <summary>One entry for each who owes.</summary>
    private static async Task Note(TurnContext turn, IEnumerable<Debt> reminded)
    {
        foreach (var debts in reminded.Distinct().GroupBy(debt => debt.Obligation.OwnerId))
        {
            var owner = debts.First().Obligation;
            var tasks = turn.Texts.Plain("debtors.noted", ("n", debts.Count()));
            await AuditTrail.Note(
                turn,
                "debtor.reminded",
                new AuditSubject("debtor", owner.OwnerId)
                {
                    SchoolId = owner.OwnerKind == OwnerKind.School ? owner.OwnerId : null,
                    MunicipalityId = owner.MunicipalityId,
                    Region = owner.Region,
                },
                after: tasks
            );
        }
    }
}
