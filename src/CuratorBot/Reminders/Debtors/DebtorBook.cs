using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Schedule;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders.Debtors;

/// <summary>
/// What is overdue where somebody works and what she does not owe herself, in groups to choose from: within a
/// municipality by school, elsewhere by municipality.
/// </summary>
internal sealed class DebtorBook
{
    /// <summary>So many are reminded at once; of more she chooses a municipality first.</summary>
    public const int MostDebts = 500;

    /// <summary>Null for all that she works for.</summary>
    public required string? Municipality { get; init; }
    public required IReadOnlyList<DebtorGroup> Groups { get; init; }
    public required Owners Owners { get; init; }
    public bool AreTooMany { get; private init; }

    public IEnumerable<DebtorGroup> In(Selection selection) => Groups.Where(selection.Includes);

    /// <summary>Null when it is no place that she works for.</summary>
    public static async Task<DebtorBook?> Read(TurnContext turn, string? municipalityId)
    {
        var scope = turn.Who.MayWork;
        if (!scope.IsWide)
            return null;
        var municipality = municipalityId is null
            ? null
            : await turn.Db.Municipalities.FindAsync(municipalityId);
        if (municipalityId is not null && (municipality is null || !scope.Includes(municipality)))
            return null;
        var overdue = await Overdue(turn, municipalityId);
        var areTooMany = overdue.Count > MostDebts;
        var owners = await Owners.Of(turn.Db, areTooMany ? [] : overdue);
        return new DebtorBook
        {
            Municipality = municipality?.Name,
            Owners = owners,
            Groups = areTooMany ? [] : await GroupsOf(turn, municipalityId, overdue, owners),
            AreTooMany = areTooMany,
        };
    }

    private static async Task<List<Obligation>> Overdue(TurnContext turn, string? municipalityId)
    {
        var latest = LocalDays.LatestToday(turn.Now);
        var rows = await turn
            .Db.Obligations.AsNoTracking()
            .OfPlacesIn(turn.Who.MayWork)
            .Where(row => municipalityId == null || row.MunicipalityId == municipalityId)
            .Where(row => row.DoneAt == null && row.Active && !row.Optional && row.DueOn < latest)
            .OrderBy(row => row.DueOn)
            .ThenBy(row => row.Id)
            .Take(MostDebts + 1)
            .ToListAsync();
        return rows.FindAll(row => row.IsOverdue(LocalDays.Today(turn.Now, row.TimeZone)));
    }

    private static async Task<IReadOnlyList<DebtorGroup>> GroupsOf(
        TurnContext turn,
        string? municipalityId,
        List<Obligation> overdue,
        Owners owners
    )
    {
        var me = turn.Who.PersonId;
        var others = overdue.FindAll(row => owners.StandingOf(me, row) != Standing.Owner);
        var names = await OwnerNames.Of(turn.Db, others);
        var places = await PlacesOf(turn.Db, others);
        string NameOf(Obligation row) =>
            row.OwnerKind == OwnerKind.Municipality
                ? turn.Texts.Plain("debtors.authority", ("place", names[row]))
                : names[row];
        return
        [
            .. others
                .GroupBy(row => municipalityId is null ? row.MunicipalityId ?? row.OwnerId : row.OwnerId)
                .Select(group => new DebtorGroup(
                    group.Key,
                    places.GetValueOrDefault(group.Key) is { } place && municipalityId is null
                        ? place
                        : NameOf(group.First()),
                    [
                        .. group.Select(row => new Debt(
                            row,
                            NameOf(row),
                            ReachLadder.Of(owners, row, me, LocalDays.Today(turn.Now, row.TimeZone))
                        )),
                    ]
                ))
                .OrderBy(group => group.Oldest)
                .ThenByDescending(group => group.Debts.Count)
                .ThenBy(group => group.Name, RussianOrder.Names),
        ];
    }

    private static Task<Dictionary<string, string>> PlacesOf(CuratorBotDb db, List<Obligation> rows)
    {
        var ids = rows.Select(row => row.MunicipalityId).OfType<string>().Distinct().ToList();
        return db
            .Municipalities.Where(place => EF.Parameter(ids).Contains(place.Id))
            .ToDictionaryAsync(place => place.Id, place => place.Name);
    }
}
