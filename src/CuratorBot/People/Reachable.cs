using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>Which of some people can be reached now, where, and in which zone they live.</summary>
public sealed class Reachable
{
    private readonly Dictionary<long, ChannelAccount> _accounts;
    private readonly Dictionary<long, string> _zones;

    private Reachable(Dictionary<long, ChannelAccount> accounts, Dictionary<long, string> zones) =>
        (_accounts, _zones) = (accounts, zones);

    public static async Task<Reachable> Of(CuratorBotDb db, IReadOnlyCollection<long> people) =>
        new(await AccountsOf(db, people), await ZonesOf(db, people));

    public bool Contains(long personId) => _accounts.ContainsKey(personId);

    /// <summary>Where a message for her goes; null when no account of hers can be reached.</summary>
    public ChannelAccount? AccountOf(long personId) => _accounts.GetValueOrDefault(personId);

    /// <summary>IANA id, found as for an <see cref="Asker"/>.</summary>
    public string ZoneOf(long personId) => _zones.GetValueOrDefault(personId, Asker.DefaultTimeZone);

    private static async Task<Dictionary<long, ChannelAccount>> AccountsOf(
        CuratorBotDb db,
        IReadOnlyCollection<long> people
    )
    {
        var accounts = await db
            .ChannelAccounts.AsNoTracking()
            .Where(account =>
                EF.Parameter(people).Contains(account.PersonId) && account.UnreachableBecause == null
            )
            .OrderBy(account => account.Id)
            .ToListAsync();
        return accounts.DistinctBy(account => account.PersonId).ToDictionary(account => account.PersonId);
    }

    private static async Task<Dictionary<long, string>> ZonesOf(
        CuratorBotDb db,
        IReadOnlyCollection<long> people
    )
    {
        var zones = await (
            from role in db.RoleAssignments.AsNoTracking()
            where EF.Parameter(people).Contains(role.PersonId) && role.RevokedAt == null
            join school in db.Schools on role.SchoolId equals school.Id into schools
            from school in schools.DefaultIfEmpty()
            join municipality in db.Municipalities
                on role.MunicipalityId ?? school!.MunicipalityId equals municipality.Id
            orderby role.Id
            select new { role.PersonId, municipality.TimeZone }
        ).ToListAsync();
        return zones.DistinctBy(row => row.PersonId).ToDictionary(row => row.PersonId, row => row.TimeZone);
    }
}
