using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule;

/// <summary>The schedule of the project year, as far as it concerns the schools that a person sees.</summary>
public sealed class YearSchedule
{
    private readonly IReadOnlyList<ProjectTask> _tasks;

    private YearSchedule(IReadOnlyList<ProjectTask> tasks) => _tasks = tasks;

    /// <summary>The year that is under way, or the newest there is.</summary>
    public static async Task<YearSchedule> Read(TurnContext turn)
    {
        var groups = await GroupsSeenBy(turn.Db, turn.Who);
        if (groups.Count == 0)
            return new YearSchedule([]);
        var years = await turn.Db.Tasks.Select(task => task.Year).Distinct().ToListAsync();
        var current = turn.Today.Month >= 9 ? turn.Today.Year + 1 : turn.Today.Year;
        var year = years.Contains(current) ? current : years.DefaultIfEmpty().Max();
        var tasks = await turn
            .Db.Tasks.AsNoTracking()
            .Where(task => task.Year == year)
            .OrderBy(task => task.Order)
            .ToListAsync();
        return new YearSchedule([
            .. tasks.Where(task => task.Group is null || groups.Contains(task.Group.Value)),
        ]);
    }

    public RichText Text(TurnContext turn)
    {
        if (_tasks.Count == 0)
            return turn.Text("schedule.nothing");
        var year = _tasks[0].Year;
        var text = new RichTextBuilder().Add(
            turn.Text("schedule.head", ("from", $"{year - 1}"), ("to", $"{year}"))
        );
        foreach (var group in _tasks.GroupBy(task => task.Group))
        {
            text.EmptyLine()
                .Line(
                    group.Key is { } number
                        ? turn.Text("schedule.group", ("group", number))
                        : turn.Text("schedule.everybody")
                );
            foreach (var task in group)
                text.Line(
                    turn.Text("schedule.line", ("title", task.Title), ("dates", ScheduleDates.Of(turn, task)))
                );
        }
        return text.Build();
    }

    /// <summary>A button for each date in doubt, for those who may confirm it.</summary>
    public IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn) =>
        !turn.Who.MayLead.IsEmpty
            ?
            [
                .. _tasks
                    .Where(task => !task.CountsOn)
                    .Select(
                        IReadOnlyList<Choice> (task) =>
                            [
                                new Choice(
                                    turn.Texts.Plain(
                                        "schedule.confirm",
                                        ("date", ScheduleDates.LastOf(task))
                                    ),
                                    ObligationActions.ConfirmOf(task)
                                ),
                            ]
                    ),
            ]
            : [];

    /// <summary>Groups of the participating schools that she sees, 0 for one without a group.</summary>
    private static async Task<HashSet<int>> GroupsSeenBy(CuratorBotDb db, Asker who)
    {
        return await who
            .MaySee.Within(db.Schools)
            .Where(school => school.Part == School.Participant)
            .Select(school => school.Group ?? 0)
            .Distinct()
            .ToHashSetAsync();
    }
}
