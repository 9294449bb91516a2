using System.Collections.Concurrent;
using CuratorBot.Data;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.People;

/// <summary>Says who stands behind an account and what she may do now.</summary>
public sealed class PeopleDirectory
{
    private sealed record Known(long Revision, ConcurrentDictionary<(string, long), Asker?> Askers);

    private volatile Known _known = new(-1, new());

    /// <summary>
    /// The asker as of <paramref name="revision"/>; null for an account that never wrote. What was read is
    /// kept only while the revision stands, so a right taken away is gone with the next message.
    /// </summary>
    public async ValueTask<Asker?> Find(Func<CuratorBotDb> db, long revision, string channel, long accountId)
    {
        var known = _known;
        if (known.Revision != revision)
            _known = known = new Known(revision, new());
        if (known.Askers.TryGetValue((channel, accountId), out var asker))
            return asker;
        asker = await Read(db(), channel, accountId);
        known.Askers[(channel, accountId)] = asker;
        return asker;
    }

    /// <summary>Reads the asker afresh, inside whatever transaction the context is in.</summary>
    public static async Task<Asker?> Read(CuratorBotDb db, string channel, long accountId)
    {
        var found = await ByAccount(db, channel, accountId);
        return found is null ? null : await Read(db, found) with { IsReachable = found.IsReachable };
    }

    public static async Task<Asker?> Read(CuratorBotDb db, long personId)
    {
        var found = await ById(db, personId);
        return found is null ? null : await Read(db, found);
    }

    /// <param name="Agreed">Whether she agreed to the newest text and did not take it back.</param>
    private sealed record Found(Person Person, bool Agreed, bool IsReachable);

    private static readonly Func<CuratorBotDb, long, Task<Found?>> ById = EF.CompileAsyncQuery(
        (CuratorBotDb db, long personId) =>
            db
                .People.AsNoTracking()
                .Where(person => person.Id == personId)
                .Select(person => new Found(
                    person,
                    db.Consents.Any(row =>
                        row.PersonId == person.Id
                        && row.WithdrawnAt == null
                        && row.Version == db.ConsentTexts.Max(text => (int?)text.Version)
                    ),
                    true
                ))
                .SingleOrDefault()
    );

    private static readonly Func<CuratorBotDb, string, long, Task<Found?>> ByAccount = EF.CompileAsyncQuery(
        (CuratorBotDb db, string channel, long accountId) =>
            (
                from account in db.ChannelAccounts.AsNoTracking()
                join person in db.People.AsNoTracking() on account.PersonId equals person.Id
                where account.Channel == channel && account.AccountId == accountId
                select new Found(
                    person,
                    db.Consents.Any(row =>
                        row.PersonId == person.Id
                        && row.WithdrawnAt == null
                        && row.Version == db.ConsentTexts.Max(text => (int?)text.Version)
                    ),
                    account.UnreachableBecause == null
                )
            ).SingleOrDefault()
    );

    private static async Task<Asker> Read(CuratorBotDb db, Found found)
    {
        var person = found.Person;
        var roles = await RoleHome
            .Of(db, db.RoleAssignments.Where(role => role.PersonId == person.Id))
            .ToListAsync();
        var asker = new Asker(
            person.Id,
            person.Name,
            found.Agreed,
            [
                .. roles.Select(row => new HeldRole(
                    row.Role,
                    row.SchoolId,
                    row.MunicipalityId,
                    row.OverRegion
                )),
            ],
            RoleHome.ZoneOf(roles)
        );
        var now = new BusyWith(person.NowMunicipalityId, person.NowSchoolId);
        return now.IsOf(asker) ? asker with { Now = now } : asker;
    }
}
