using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Tables;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Roster;

/// <summary>Somebody of the roster with all her roles there.</summary>
internal sealed record RosterRecord(RosterEntry Entry, IReadOnlyList<RosterRole> Roles)
{
    public string NameWords { get; } = TitleWords.Of(Entry.Name);
}

/// <summary>What the roster holds that a file may touch: whoever she keeps, and whoever has one of its numbers.</summary>
internal sealed class RosterRecords
{
    /// <summary>Numbers asked for in one question to the database.</summary>
    private const int PerQuestion = 500;

    private readonly Dictionary<string, RosterRecord> _byPhone;

    private RosterRecords(List<RosterRecord> all, RosterScope scope)
    {
        _byPhone = all.ToDictionary(record => record.Entry.Phone);
        Kept = [.. all.Where(record => record.Roles.Any(scope.Covers))];
    }

    /// <summary>Those with a role that is hers to keep.</summary>
    public IReadOnlyList<RosterRecord> Kept { get; }

    public RosterRecord? WithPhone(string phone) => _byPhone.GetValueOrDefault(phone);

    public static async Task<RosterRecords> Read(
        CuratorBotDb db,
        RosterScope scope,
        IEnumerable<string> phones
    )
    {
        var hers = scope.Of(db).Select(role => role.EntryId);
        var entries = await db.RosterEntries.Where(entry => hers.Contains(entry.Id)).ToListAsync();
        var known = entries.Select(entry => entry.Phone).ToHashSet(StringComparer.Ordinal);
        foreach (var some in phones.Where(phone => !known.Contains(phone)).Distinct().Chunk(PerQuestion))
            entries.AddRange(await db.RosterEntries.Where(entry => some.Contains(entry.Phone)).ToListAsync());
        var roles = new List<RosterRole>();
        foreach (var some in entries.Select(entry => entry.Id).Chunk(PerQuestion))
            roles.AddRange(await db.RosterRoles.Where(role => some.Contains(role.EntryId)).ToListAsync());
        var ofEntry = roles.ToLookup(role => role.EntryId);
        return new RosterRecords(
            [
                .. entries.Select(entry => new RosterRecord(
                    entry,
                    [.. ofEntry[entry.Id].OrderBy(role => role.Id)]
                )),
            ],
            scope
        );
    }
}
