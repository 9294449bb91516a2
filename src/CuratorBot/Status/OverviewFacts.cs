using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Status.Debtors;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Status;

/// <summary>One municipality in the overview.</summary>
internal sealed record OverviewLine(
    string Id,
    string Name,
    string Region,
    Deadlines Deadlines,
    IReadOnlyList<ScoreCard> Scores
);

/// <summary>One page of what a coordinator looks after, and how much of all of it is overdue.</summary>
/// <param name="Unplaced">Of that, what regions owe and schools that are in no municipality.</param>
internal sealed record OverviewFacts(
    Page Page,
    int Overdue,
    int Unplaced,
    IReadOnlyList<OverviewLine> Lines,
    IReadOnlyList<string> TimeZones
)
{
    public const int PageSize = 30;

    private sealed record Place(string Id, string Name, string Region, string TimeZone);

    public static async Task<OverviewFacts> Read(CuratorBotDb db, Scope scope, int wanted, DateTimeOffset now)
    {
        var places = await PlacesOf(db, scope);
        var page = Page.Nearest(wanted, PageSize, places.Count);
        var shown = page.Of(places).ToList();
        var owed = (await OwedBy(db, shown)).ToLookup(row => row.MunicipalityId);
        var scores = (await ScoresOf(db, shown)).ToLookup(card => card.MunicipalityId);
        var overdue = await OverdueRow.Read(db, scope, now);
        return new(
            page,
            overdue.Sum(row => row.Count),
            overdue.Count(row => row.MunicipalityId is null),
            [
                .. shown.Select(place => new OverviewLine(
                    place.Id,
                    place.Name,
                    place.Region,
                    Deadlines.Of(owed[place.Id], LocalDays.Today(now, place.TimeZone)),
                    [.. scores[place.Id]]
                )),
            ],
            [.. places.Select(place => place.TimeZone).Distinct(StringComparer.Ordinal)]
        );
    }

    private static async Task<List<Place>> PlacesOf(CuratorBotDb db, Scope scope)
    {
        var places = await scope
            .Within(db.Municipalities.AsNoTracking())
            .Select(row => new Place(row.Id, row.Name, row.Region, row.TimeZone))
            .ToListAsync();
        return
        [
            .. places
                .OrderBy(place => place.Region, RussianOrder.Names)
                .ThenBy(place => place.Name, RussianOrder.Names)
                .ThenBy(place => place.Id, StringComparer.Ordinal),
        ];
    }

    private static Task<List<DeadlineRow>> OwedBy(CuratorBotDb db, List<Place> places)
    {
        var ids = places.ConvertAll(place => place.Id);
        return (
            from owed in db.Obligations
            where ids.Contains(owed.MunicipalityId!) && owed.Outcome == Outcome.Done
            group owed by new
            {
                owed.MunicipalityId,
                owed.OwnerKind,
                owed.DueOn,
                owed.Active,
                owed.Optional,
                Done = owed.DoneAt != null,
            } into alike
            select new DeadlineRow(
                alike.Key.MunicipalityId,
                alike.Key.OwnerKind,
                alike.Key.DueOn,
                alike.Key.Active,
                alike.Key.Optional,
                alike.Key.Done,
                alike.Count()
            )
        ).ToListAsync();
    }

    private static Task<List<ScoreCard>> ScoresOf(CuratorBotDb db, List<Place> places)
    {
        var ids = places.ConvertAll(place => place.Id);
        return db.ScoreCards.AsNoTracking().Where(card => ids.Contains(card.MunicipalityId)).ToListAsync();
    }
}
