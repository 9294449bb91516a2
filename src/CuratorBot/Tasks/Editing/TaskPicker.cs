using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Editing;

/// <summary>The tasks of the year, to open one: what was called off stands at the end.</summary>
internal static class TaskPicker
{
    private const int PageSize = 8;

    public static async Task<(RichText Text, IReadOnlyList<IReadOnlyList<Choice>> Choices)> Page(
        TurnContext turn,
        int wanted,
        int? year
    )
    {
        var shownYear = year ?? await YearSchedule.YearOf(turn);
        var schedule = await YearSchedule.Read(turn, withCancelled: true, shownYear);
        var page = Conversations.Turns.Page.Nearest(wanted, PageSize, schedule.Tasks.Count);
        var shown = page.Of(schedule.Tasks).ToList();
        return (
            TaskPages.Text(
                turn.Text("schedule.which"),
                page,
                shown.Select(Func<int, RichText> (task) => number => Line(turn, schedule, task, number))
            ),
            [
                .. TaskPages.Numbers(page, shown.Select(task => TaskActions.CardOf(task))),
                .. page.Turning(turn, number => TaskActions.ListOf(number, shownYear)),
                .. await OtherYears(turn, shownYear),
            ]
        );
    }

    /// <summary>The neighbours that have a schedule, of which not everything begins in September.</summary>
    private static async Task<IEnumerable<IReadOnlyList<Choice>>> OtherYears(TurnContext turn, int shown)
    {
        var years = await YearSchedule.YearsOf(turn);
        return years
            .Where(year => Math.Abs(year - shown) == 1)
            .Select(
                IReadOnlyList<Choice> (year) =>
                    [
                        new Choice(
                            turn.Texts.Plain(
                                "schedule.otherYear",
                                ("from", $"{year - 1}"),
                                ("to", $"{year}")
                            ),
                            TaskActions.ListOf(0, year)
                        ),
                    ]
            );
    }

    private static RichText Line(TurnContext turn, YearSchedule schedule, ProjectTask task, int number) =>
        turn.Text(
            task.CancelledAt is null ? "schedule.numbered" : "schedule.numberedCancelled",
            ("number", number),
            ("title", task.Title),
            ("whom", schedule.Heading(turn, task).Text),
            ("dates", ScheduleDates.Of(turn, task))
        );
}
