using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schools;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Debtors;

/// <summary>Why nobody answers.</summary>
internal enum WhyNot
{
    /// <summary>Nobody holds the role, and nobody was asked to.</summary>
    Nobody,

    /// <summary>An invitation waits to be used.</summary>
    Invited,

    /// <summary>She is in the roster and has never come.</summary>
    Expected,

    /// <summary>Messages do not arrive: she has blocked the bot, or her account is gone.</summary>
    Blocked,

    /// <summary>Messages arrive, and she has not written or pressed anything for long.</summary>
    Silent,
}

/// <summary>A role that nobody can be reached in.</summary>
/// <param name="Person">Her name; null where there is no person.</param>
/// <param name="Since">When she was invited or blocked the bot, or when she was last heard of.</param>
internal sealed record Gap(Role Role, WhyNot Why, string? Person, DateTimeOffset? Since);

/// <summary>Somebody with a role over a place, and how she can be reached.</summary>
internal sealed record Holder(
    string Place,
    Role Role,
    long PersonId,
    string? Name,
    bool IsReachable,
    DateTimeOffset? UnreachableSince,
    DateTimeOffset HeardAt
);

/// <summary>A place without which the project gets no answer: a school or the authority of a municipality.</summary>
internal sealed record OwingPlace(
    string Id,
    string Name,
    string? MunicipalityId,
    string Region,
    bool IsSchool
)
{
    private static readonly Role[] OfSchool = [Role.Director, Role.Curator];
    private static readonly Role[] OfAuthority = [Role.MunicipalCoordinator];

    /// <summary>The roles that must be held there.</summary>
    public IReadOnlyList<Role> Wanted => IsSchool ? OfSchool : OfAuthority;
}

/// <summary>The participating places of a scope and the people there, as the facts have them.</summary>
internal sealed class ReachBook
{
    /// <summary>Two weeks without a word, although she was reminded meanwhile.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromDays(14);

    public required IReadOnlyList<OwingPlace> Places { get; init; }
    public required ILookup<string, Holder> Holders { get; init; }
    public required ILookup<(string Place, Role Role), DateTimeOffset> Invited { get; init; }
    public required ILookup<(string Place, Role Role), string> Expected { get; init; }

    /// <summary>Those who were reminded of something after they were last heard of, long ago.</summary>
    public required IReadOnlySet<long> Silent { get; init; }

    /// <param name="municipalityId">Null for all that she sees.</param>
    public static async Task<ReachBook> Read(TurnContext turn, string? municipalityId)
    {
        var (db, scope, now) = (turn.Db, turn.Who.MaySee, turn.Now);
        var schools = scope
            .Within(db.Schools)
            .Where(row => row.Part == School.Participant)
            .Where(row => municipalityId == null || row.MunicipalityId == municipalityId);
        var towns = scope
            .Within(db.Municipalities)
            .Where(row => schools.Any(school => school.MunicipalityId == row.Id));
        var holders = await HoldersOf(db, schools, towns);
        return new ReachBook
        {
            Places = await PlacesOf(schools, towns),
            Holders = holders.ToLookup(one => one.Place),
            Invited = await InvitedTo(db, now),
            Expected = await ExpectedAt(db),
            Silent = await SilentOf(db, holders, now),
        };
    }

    /// <summary>Schools follow the authority of their municipality.</summary>
    private static async Task<IReadOnlyList<OwingPlace>> PlacesOf(
        IQueryable<School> schools,
        IQueryable<Municipality> towns
    )
    {
        var authorities = await towns
            .Select(row => new OwingPlace(row.Id, row.Name, row.Id, row.Region, false))
            .ToListAsync();
        var names = authorities.ToDictionary(town => town.Id, town => town.Name);
        var places = await schools
            .Select(row => new OwingPlace(row.Id, row.ShortName, row.MunicipalityId, row.Region, true))
            .ToListAsync();
        return
        [
            .. authorities
                .Concat(places)
                .OrderBy(
                    place => names.GetValueOrDefault(place.MunicipalityId ?? "", ""),
                    Texts.RussianOrder.Names
                )
                .ThenBy(place => place.IsSchool)
                .ThenBy(place => place.Name, Texts.RussianOrder.Names),
        ];
    }

    private static async Task<List<Holder>> HoldersOf(
        CuratorBotDb db,
        IQueryable<School> schools,
        IQueryable<Municipality> towns
    )
    {
        var held = db.RoleAssignments.AsNoTracking().Where(role => role.RevokedAt == null);
        var ofSchools =
            from role in held
            join school in schools on role.SchoolId equals school.Id
            where role.Role != Role.Observer
            select new { Place = school.Id, Role = role };
        var ofTowns =
            from role in held
            join town in towns on role.MunicipalityId equals town.Id
            where role.Role == Role.MunicipalCoordinator && role.SchoolId == null
            select new { Place = town.Id, Role = role };
        var rows = await (
            from one in ofSchools.Concat(ofTowns)
            join person in db.People on one.Role.PersonId equals person.Id
            join account in db.ChannelAccounts on person.Id equals account.PersonId into accounts
            from account in accounts.DefaultIfEmpty()
            orderby one.Role.Id
            select new
            {
                one.Place,
                one.Role.Role,
                one.Role.GrantedAt,
                person.Id,
                person.Name,
                HasAccount = account != null,
                account!.UnreachableBecause,
                account.UnreachableSince,
                account.LastHeardAt,
            }
        ).ToListAsync();
        return
        [
            .. rows.GroupBy(row => (row.Place, row.Role, row.Id))
                .Select(one => new Holder(
                    one.Key.Place,
                    one.Key.Role,
                    one.Key.Id,
                    one.First().Name,
                    one.Any(row => row.HasAccount && row.UnreachableBecause == null),
                    one.Max(row => row.UnreachableSince),
                    one.Max(row => row.LastHeardAt > row.GrantedAt ? row.LastHeardAt.Value : row.GrantedAt)
                )),
        ];
    }

    private static async Task<ILookup<(string, Role), DateTimeOffset>> InvitedTo(
        CuratorBotDb db,
        DateTimeOffset now
    )
    {
        var rows = await db
            .Invitations.AsNoTracking()
            .Where(row => row.UsedAt == null && row.RevokedAt == null && row.ExpiresAt > now)
            .Select(row => new
            {
                Place = row.SchoolId ?? row.MunicipalityId,
                row.Role,
                row.CreatedAt,
            })
            .Where(row => row.Place != null)
            .ToListAsync();
        return rows.ToLookup(row => (row.Place!, row.Role), row => row.CreatedAt);
    }

    private static async Task<ILookup<(string, Role), string>> ExpectedAt(CuratorBotDb db)
    {
        var rows = await (
            from role in db.RosterRoles.AsNoTracking()
            join entry in db.RosterEntries.AsNoTracking() on role.EntryId equals entry.Id
            where entry.PersonId == null
            select new
            {
                Place = role.SchoolId ?? role.MunicipalityId,
                role.Role,
                entry.Name,
            }
        ).ToListAsync();
        return rows.Where(row => row.Place is not null)
            .ToLookup(row => (row.Place!, row.Role), row => row.Name);
    }

    private static async Task<IReadOnlySet<long>> SilentOf(
        CuratorBotDb db,
        List<Holder> holders,
        DateTimeOffset now
    )
    {
        var heard = holders
            .Where(one => one.IsReachable && one.HeardAt <= now - Silence)
            .GroupBy(one => one.PersonId)
            .ToDictionary(one => one.Key, one => one.Max(row => row.HeardAt));
        var people = heard.Keys.ToList();
        var told = await db
            .Reminders.Where(row =>
                row.State == ReminderState.Sent && EF.Parameter(people).Contains(row.PersonId)
            )
            .GroupBy(row => row.PersonId)
            .Select(rows => new { rows.Key, Last = rows.Max(row => row.SettledAt) })
            .ToListAsync();
        return told.Where(one => one.Last > heard[one.Key]).Select(one => one.Key).ToHashSet();
    }
}
