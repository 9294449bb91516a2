using CuratorBot.Audit;
using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Privacy;

/// <param name="Id">Of the person; of the entry in the roster for somebody who never came.</param>
/// <param name="LastChange">When something of her was last written or changed, as far as the audit tells.</param>
public sealed record AffectedPerson(
    long Id,
    bool IsExpectedOnly,
    string? Name,
    string? Phone,
    DateTimeOffset LastChange
);

/// <summary>Whose data the bot holds: whom to write to when they have leaked.</summary>
public static class AffectedPeople
{
    /// <param name="since">Only those of whom something came in or was changed since then.</param>
    public static async Task<IReadOnlyList<AffectedPerson>> List(CuratorBotDb db, DateTimeOffset since)
    {
        var changed = await AuditTrail.LastChanges(db);
        var people = await db
            .People.AsNoTracking()
            .Where(person => person.ForgottenAt == null && person.Name != null)
            .ToListAsync();
        var expected = await db
            .RosterEntries.Where(entry => entry.PersonId == null)
            .Select(entry => new AffectedPerson(entry.Id, true, entry.Name, entry.Phone, entry.AddedAt))
            .ToListAsync();
        return
        [
            .. people
                .Select(person => new AffectedPerson(
                    person.Id,
                    false,
                    person.Name,
                    person.Phone,
                    changed.GetValueOrDefault(person.Id, person.FirstSeenAt)
                ))
                .Concat(expected)
                .Where(person => person.LastChange >= since)
                .OrderBy(person => person.Id),
        ];
    }
}
