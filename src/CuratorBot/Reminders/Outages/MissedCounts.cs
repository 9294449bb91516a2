using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Outages;

/// <summary>What one sweep does for the account of each outage.</summary>
internal sealed class MissedCounts
{
    private readonly Dictionary<long, Counts> _outages = [];

    private sealed class Counts
    {
        public int Missed;
        public int Digests;
        public int Obsolete;
    }

    /// <summary>Who has asked for a pause has missed nothing.</summary>
    public void NotePaused(Reminder row)
    {
        if (row.MissedIn is not { } outage)
            return;
        Of(outage).Missed--;
        row.MissedIn = null;
    }

    /// <param name="rows">What was due of one person, settled now or put off.</param>
    /// <param name="told">The obligations of which her message speaks.</param>
    public void Note(IEnumerable<Reminder> rows, IReadOnlySet<long> told)
    {
        foreach (
            var missed in rows.Where(row => row.MissedIn is not null).GroupBy(row => row.MissedIn!.Value)
        )
        {
            var counts = Of(missed.Key);
            counts.Digests += missed.Any(row => told.Contains(row.ObligationId)) ? 1 : 0;
            counts.Obsolete += missed.Count(row =>
                row.State != ReminderState.Planned && !told.Contains(row.ObligationId)
            );
        }
    }

    public async Task Save(CuratorBotDb db)
    {
        foreach (var (id, counts) in _outages)
            await db
                .Outages.Where(outage => outage.Id == id)
                .ExecuteUpdateAsync(outage =>
                    outage
                        .SetProperty(row => row.Missed, row => row.Missed + counts.Missed)
                        .SetProperty(row => row.Digests, row => row.Digests + counts.Digests)
                        .SetProperty(row => row.Obsolete, row => row.Obsolete + counts.Obsolete)
                );
    }

    private Counts Of(long outage) =>
        _outages.TryGetValue(outage, out var counts) ? counts : _outages[outage] = new Counts();
}
