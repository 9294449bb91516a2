using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Editing;

/// <summary>How far the municipalities are with a task; whoever lags behind most comes first.</summary>
internal static class PlaceList
{
    private const int PageSize = 8;

    /// <summary>Stands for regions, and for schools that are not placed.</summary>
    public const string Unplaced = "~";

    private sealed record Place(string Id, string Name, IReadOnlyList<TaskTally> Tallies)
    {
        public int Overdue => Tallies.Sum(tally => tally.Overdue);
        public int Lacking => Tallies.Sum(tally => tally.Expected - tally.Received);
    }

    public static async Task<OutgoingMessage> Edit(TurnContext turn, ProjectTask task, int wanted)
    {
        var places = await PlacesOf(turn, task);
        if (places is [var only])
            return await OwnerList.Edit(turn, task, only.Id, 0);
        var page = Page.Nearest(wanted, PageSize, places.Count);
        var shown = page.Of(places).ToList();
        return turn.EditPressed(
            TaskPages.Text(
                turn.Text("schedule.card.title", ("title", task.Title)),
                page,
                shown.Select(
                    Func<int, RichText> (place) =>
                        number =>
                            turn.Text(
                                "schedule.places.line",
                                ("number", number),
                                ("name", place.Name),
                                (
                                    "what",
                                    RichText.Lines(place.Tallies.Select(tally => TaskWords.Of(turn, tally)))
                                )
                            )
                )
            ),
            [
                .. TaskPages.Numbers(page, shown.Select(place => TaskActions.OwnersOf(task, place.Id, 0))),
                .. page.Turning(turn, number => TaskActions.PlacesOf(task, number)),
                [turn.Button("schedule.places.back", TaskActions.CardOf(task))],
            ]
        );
    }

    private static async Task<List<Place>> PlacesOf(TurnContext turn, ProjectTask task)
    {
        var tallies = await TaskTally.Read(turn.Db, task.Id, turn.Who.MaySee, turn.Now);
        var ids = tallies.Select(tally => tally.MunicipalityId).OfType<string>().Distinct().ToList();
        var names = await turn
            .Db.Municipalities.Where(row => EF.Parameter(ids).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        return
        [
            .. tallies
                .GroupBy(tally => tally.MunicipalityId)
                .Select(alike => new Place(
                    alike.Key ?? Unplaced,
                    alike.Key is { } id ? names[id] : turn.Texts.Plain("schedule.places.unplaced"),
                    [.. alike.OrderBy(tally => tally.Kind)]
                ))
                .OrderByDescending(place => place.Overdue)
                .ThenByDescending(place => place.Lacking)
                .ThenBy(place => place.Name, RussianOrder.Names),
        ];
    }
}
