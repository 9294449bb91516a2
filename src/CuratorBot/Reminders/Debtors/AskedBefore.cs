using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Debtors;

/// <summary>A reminder that a coordinator asked for: who asked when, and whether it waits for her morning.</summary>
internal sealed record AskedOnce(
    long PersonId,
    long ObligationId,
    long By,
    DateTimeOffset At,
    bool IsWaiting
);

/// <summary>
/// Who has been reminded of some debts by whom, whoever of the coordinators it was. One person is not reminded
/// of one debt twice within a day, nor while an earlier reminder still waits for her morning.
/// </summary>
internal sealed class AskedBefore
{
    public static readonly TimeSpan CoolDown = TimeSpan.FromHours(24);

    private readonly ILookup<(long Person, long Obligation), AskedOnce> _asked;
    private readonly DateTimeOffset _now;

    private AskedBefore(ILookup<(long, long), AskedOnce> asked, DateTimeOffset now) =>
        (_asked, _now) = (asked, now);

    public static async Task<AskedBefore> Of(
        CuratorBotDb db,
        IReadOnlyCollection<long> obligations,
        DateTimeOffset now
    )
    {
        var asked = await db
            .Reminders.Where(row =>
                row.AskedBy != null
                && row.State != ReminderState.Obsolete
                && EF.Parameter(obligations).Contains(row.ObligationId)
            )
            .Select(row => new AskedOnce(
                row.PersonId,
                row.ObligationId,
                row.AskedBy!.Value,
                row.AskedAt!.Value,
                row.State == ReminderState.Planned && row.DueAt > now
            ))
            .ToListAsync();
        return new AskedBefore(asked.ToLookup(one => (one.PersonId, one.ObligationId)), now);
    }

    /// <summary>The last one of these; null when there was none.</summary>
    public AskedOnce? LastOf(IEnumerable<(long Person, long Obligation)> pairs) =>
        pairs.SelectMany(pair => _asked[pair]).MaxBy(one => one.At);

    /// <summary>The one because of which she is not reminded again yet; null when she may be.</summary>
    public AskedOnce? Cooling((long Person, long Obligation) pair) =>
        LastOf([pair]) is { } last && (last.IsWaiting || last.At > _now - CoolDown) ? last : null;
}
