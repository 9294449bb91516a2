using CuratorBot.Schedule;

namespace CuratorBot.Reminders.Debtors;

/// <summary>Somebody who is to hear of a debt, and what it is to her.</summary>
internal sealed record Receiver(long PersonId, Standing Standing);

/// <summary>Something overdue, and who is to be reminded of it: nobody where nobody can be reached.</summary>
internal sealed record Debt(Obligation Obligation, string Owner, IReadOnlyList<Receiver> Receivers)
{
    public IEnumerable<(long Person, long Obligation)> Pairs =>
        Receivers.Select(receiver => (receiver.PersonId, Obligation.Id));
}

/// <summary>What is chosen or left out together: a school, an authority, or a whole municipality.</summary>
/// <param name="Key">The id of the owner or of the municipality.</param>
internal sealed record DebtorGroup(string Key, string Name, IReadOnlyList<Debt> Debts)
{
    public DateOnly Oldest => Debts.Min(debt => debt.Obligation.DueOn);
}
