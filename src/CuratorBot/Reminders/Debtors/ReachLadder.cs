using CuratorBot.Schedule;

namespace CuratorBot.Reminders.Debtors;

/// <summary>
/// Whom a reminder of a debt reaches: those who owe it; where none of them can be reached, a colleague of the
/// same school; where there is none either, the coordinator.
/// </summary>
internal static class ReachLadder
{
    private static readonly Standing[] Rungs = [Standing.Owner, Standing.Teammate, Standing.Watcher];

    /// <param name="asker">Who wants them reminded; she needs no reminder herself.</param>
    /// <param name="today">Where the deadline falls.</param>
    public static IReadOnlyList<Receiver> Of(Owners owners, Obligation debt, long asker, DateOnly today)
    {
        var reachable = owners
            .PeopleOf(debt)
            .Where(one => one.PersonId != asker && owners.Reachable.Contains(one.PersonId))
            .ToLookup(one => one.Standing, one => one.PersonId);
        var rung = Rungs.FirstOrDefault(rung =>
            reachable[rung].Any() && (rung != Standing.Teammate || owners.IsTeamCalled(debt, today))
        );
        return [.. reachable[rung].Select(person => new Receiver(person, rung))];
    }
}
