using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People.InCharge;

/// <summary>Which of some people can be reached now, where, and in which zone and region they live.</summary>
public sealed class Reachable
{
    private readonly Dictionary<long, ChannelAccount> _accounts;
    private readonly ILookup<long, RoleHome> _homes;

    private Reachable(Dictionary<long, ChannelAccount> accounts, ILookup<long, RoleHome> homes) =>
        (_accounts, _homes) = (accounts, homes);

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

    /// <summary>IANA id, found as for an <see cref="Asker"/>.</summary>
    public string ZoneOf(long personId) => RoleHome.ZoneOf(_homes[personId]);

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

    private static async Task<ILookup<long, RoleHome>> HomesOf(
        CuratorBotDb db,
        IReadOnlyCollection<long> people
    )
    {
        var homes = await RoleHome
            .Of(db, db.RoleAssignments.Where(role => EF.Parameter(people).Contains(role.PersonId)))
            .ToListAsync();
        return homes.ToLookup(home => home.PersonId);
    }
}
