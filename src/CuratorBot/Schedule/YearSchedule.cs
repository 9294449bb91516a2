using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Tasks.Editing;
using CuratorBot.Tasks.Import;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule;

/// <summary>The schedule of the project year, as far as it concerns the schools that a person sees.</summary>
public sealed class YearSchedule
{
    private readonly IReadOnlyList<ProjectTask> _tasks;
    private readonly IReadOnlyDictionary<string, string> _towns;
    private readonly bool _isOfProject;

    private YearSchedule(
        IReadOnlyList<ProjectTask> tasks,
        IReadOnlyDictionary<string, string> towns,
        bool isOfProject
    ) => (_tasks, _towns, _isOfProject) = (tasks, towns, isOfProject);

    /// <summary>In their order; what was called off stands at its end.</summary>
    public IReadOnlyList<ProjectTask> Tasks => _tasks;

    /// <summary>The year that is under way, or the newest there is.</summary>
    public static async Task<YearSchedule> Read(
        TurnContext turn,
        bool withCancelled = false,
        int? year = null
    )
    {
        var groups = await GroupsSeenBy(turn.Db, turn.Who);
        if (groups.Count == 0)
            return new YearSchedule([], new Dictionary<string, string>(), isOfProject: false);
        year ??= await YearOf(turn);
        var tasks = await (await VisibleTasks.To(turn))
            .AsNoTracking()
            .Where(task => task.Year == year && (withCancelled || task.CancelledAt == null))
            .OrderBy(task => task.CancelledAt != null)
            .ThenBy(task => task.Order)
            .ToListAsync();
        tasks = tasks.FindAll(task => task.Group is null || groups.Contains(task.Group.Value));
        var towns = tasks.Select(task => task.MunicipalityId).OfType<string>().Distinct().ToList();
        return new YearSchedule(
            tasks,
            await turn
                .Db.Municipalities.Where(row => towns.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.Name),
            isOfProject: true
        );
    }

    /// <summary>Of which there is a schedule, the earliest first.</summary>
    public static Task<List<int>> YearsOf(TurnContext turn) =>
        turn.Db.Tasks.Select(task => task.Year).Distinct().OrderBy(year => year).ToListAsync();

    public static async Task<int> YearOf(TurnContext turn)
    {
        var years = await YearsOf(turn);
        var current = ProjectYear.Of(turn.Today);
        return years.Contains(current) ? current : years.DefaultIfEmpty(current).Max();
    }

    public RichText Text(TurnContext turn)
    {
        if (_tasks.Count == 0)
            return turn.Text(
                !_isOfProject ? "schedule.nothing"
                : ScheduleRights.MayAdd(turn.Who) ? "schedule.toBegin"
                : "schedule.empty"
            );
        var year = _tasks[0].Year;
        var text = new RichTextBuilder().Add(
            turn.Text("schedule.head", ("from", $"{year - 1}"), ("to", $"{year}"))
        );
        foreach (var group in _tasks.GroupBy(task => (task.Region, task.MunicipalityId, task.Group)))
        {
            text.EmptyLine().Line(Heading(turn, group.First()));
            foreach (var task in group)
                text.Line(
                    turn.Text("schedule.line", ("title", task.Title), ("dates", ScheduleDates.Of(turn, task)))
                );
        }
        return text.Build();
    }

    /// <summary>A button for each date in doubt, for those who may confirm it; and the ways further in.</summary>
    public IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn)
    {
        var rows = new List<IReadOnlyList<Choice>>();
        if (!turn.Who.MayLead.IsEmpty)
            rows.AddRange(
                _tasks
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
                    )
            );
        if (turn.Who.MaySee.IsWide && _tasks.Count > 0)
            rows.Add([turn.Button("schedule.open", $"{TaskActions.Open}:")]);
        if (ScheduleRights.MayAdd(turn.Who))
        {
            rows.Add([turn.Button("schedule.add", $"{TaskChangeActions.Add}:")]);
            rows.Add([turn.Button("schedule.table", $"{ScheduleTableCard.Name}:")]);
        }
        return rows;
    }

    /// <summary>Whom a task concerns: «Школы группы 2», «г. Кузнецк», «Пензенская область, школы группы 1».</summary>
    public RichText Heading(TurnContext turn, ProjectTask task)
    {
        var group = task.Group is { } number
            ? turn.Text("schedule.group", ("group", number))
            : turn.Text("schedule.everybody");
        var place = task.MunicipalityId is { } town ? _towns[town] : task.Region;
        return place is null ? group
            : task.Group is null ? turn.Text("schedule.place", ("place", place))
            : turn.Text("schedule.placeGroup", ("place", place), ("group", task.Group));
    }

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
