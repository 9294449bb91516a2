using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tasks.Editing;

/// <summary>Who in one place owes a task, and how far each is: authorities first, then the schools by name.</summary>
internal static class OwnerList
{
    private const int PageSize = 8;

    public static async Task<OutgoingMessage> Edit(
        TurnContext turn,
        ProjectTask task,
        string place,
        int wanted
    )
    {
        var town = place == PlaceList.Unplaced ? null : place;
        var rows = await turn
            .Db.Obligations.AsNoTracking()
            .OfPlacesIn(turn.Who.MaySee)
            .Where(row => row.TaskId == task.Id && row.MunicipalityId == town)
            .ToListAsync();
        var names = await OwnerNames.Of(turn.Db, rows);
        var ordered = rows.OrderByDescending(row => row.OwnerKind)
            .ThenBy(row => names[row], School.ByShortName)
            .ToList();
        var page = Page.Nearest(wanted, PageSize, ordered.Count);
        var shown = page.Of(ordered).ToList();
        return turn.EditPressed(
            TaskPages.Text(
                turn.Text("schedule.card.title", ("title", task.Title)),
                page,
                shown.Select(
                    Func<int, RichText> (row) =>
                        number =>
                            turn.Text(
                                "schedule.owners.line",
                                ("number", number),
                                ("name", names[row]),
                                ("state", TaskWords.StateOf(turn, row))
                            )
                )
            ),
            [
                .. TaskPages.Numbers(page, shown.Select(TaskActions.OwedOf)),
                .. page.Turning(turn, number => TaskActions.OwnersOf(task, place, number)),
                [turn.Button("schedule.places.back", TaskActions.CardOf(task))],
            ]
        );
    }
}
