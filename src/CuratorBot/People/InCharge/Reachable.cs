using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People.InCharge;

/// <summary>Which of some people can be reached now, where, and in which zone and region they live.</summary>
public sealed class Reachable
{
    private readonly Dictionary<long, ChannelAccount> _accounts;
    private readonly ILookup<long, Home> _homes;

    private Reachable(Dictionary<long, ChannelAccount> accounts, ILookup<long, Home> homes) =>
        (_accounts, _homes) = (accounts, homes);

    private sealed record Home(long PersonId, string? TimeZone, string? Region);

    public static async Task<Reachable> Of(CuratorBotDb db, IReadOnlyCollection<long> people) =>
        new(await AccountsOf(db, people), await HomesOf(db, people));

    /// <summary>Of those who hold these roles, each once.</summary>
    internal static Task<List<long>> Among(CuratorBotDb db, IQueryable<RoleAssignment> roles) =>
        roles
            .Where(role =>
                db.ChannelAccounts.Any(account =>
                    account.PersonId == role.PersonId && account.UnreachableBecause == null
                )
            )
            .Select(role => role.PersonId)
            .Distinct()
            .OrderBy(id => id)
            .ToListAsync();

    public bool Contains(long personId) => _accounts.ContainsKey(personId);

    /// <summary>Where a message for her goes; null when no account of hers can be reached.</summary>
    public ChannelAccount? AccountOf(long personId) => _accounts.GetValueOrDefault(personId);

    /// <summary>IANA id, found as for an <see cref="Asker"/>: of her town, else the most common one of her region.</summary>
    public string ZoneOf(long personId) =>
        _homes[personId].Select(home => home.TimeZone).FirstOrDefault(zone => zone is not null)
        ?? Asker.DefaultTimeZone;

    /// <summary>The region whose holidays are hers; null for one who is over the whole country.</summary>
    public string? RegionOf(long personId) =>
        _homes[personId].Select(home => home.Region).FirstOrDefault(region => region is not null);

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

    private static async Task<ILookup<long, Home>> HomesOf(CuratorBotDb db, IReadOnlyCollection<long> people)
    {
        var homes = await (
            from role in db.RoleAssignments.AsNoTracking()
            where EF.Parameter(people).Contains(role.PersonId) && role.RevokedAt == null
            join school in db.Schools on role.SchoolId equals school.Id into schools
            from school in schools.DefaultIfEmpty()
            join municipality in db.Municipalities
                on role.MunicipalityId ?? school!.MunicipalityId equals municipality.Id
                into municipalities
            from municipality in municipalities.DefaultIfEmpty()
            orderby role.Id
            select new Home(
                role.PersonId,
                municipality!.TimeZone
                    ?? db.Municipalities.Where(place => place.Region == (role.Region ?? school!.Region))
                        .GroupBy(place => place.TimeZone)
                        .OrderByDescending(zone => zone.Count())
                        .ThenBy(zone => zone.Key)
                        .Select(zone => zone.Key)
                        .FirstOrDefault(),
                role.Region ?? school!.Region ?? municipality!.Region
            )
        ).ToListAsync();
        return homes.ToLookup(home => home.PersonId);
    }
}
