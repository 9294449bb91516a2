using CuratorBot.Conversations;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Schedule.Editing;

/// <summary>The tasks of the year, to open one: what was called off stands at the end.</summary>
internal static class TaskPicker
{
    private const int PageSize = 8;

    public static async Task<(RichText Text, IReadOnlyList<IReadOnlyList<Choice>> Choices)> Page(
        TurnContext turn,
        int wanted
    )
    {
        var schedule = await YearSchedule.Read(turn, withCancelled: true);
        var page = Conversations.Page.Nearest(wanted, PageSize, schedule.Tasks.Count);
        var shown = page.Of(schedule.Tasks).ToList();
        return (
            TaskPages.Text(
                turn.Text("schedule.which"),
                page,
                shown.Select(Func<int, RichText> (task) => number => Line(turn, schedule, task, number))
            ),
            [
                .. TaskPages.Numbers(page, shown.Select(task => TaskActions.CardOf(task))),
                .. page.Turning(turn, number => $"{TaskActions.List}:{number}"),
            ]
        );
    }

    private static RichText Line(TurnContext turn, YearSchedule schedule, ProjectTask task, int number) =>
        turn.Text(
            task.CancelledAt is null ? "schedule.numbered" : "schedule.numberedCancelled",
            ("number", number),
            ("title", task.Title),
            ("whom", schedule.Heading(turn, task)),
            ("dates", ScheduleDates.Of(turn, task))
        );
}
