using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Schedule;

/// <summary>What a person owes now, the most urgent first, with a button for each.</summary>
public sealed class TaskList
{
    private const int MostLines = 20;
    private const int ButtonsInRow = 3;

    private readonly IReadOnlyList<Obligation> _own;
    private readonly Owners _owners;
    private readonly OwnerNames _names;
    private readonly IReadOnlyList<OthersDebt> _others;

    private TaskList(
        IReadOnlyList<Obligation> own,
        Owners owners,
        OwnerNames names,
        IReadOnlyList<OthersDebt> others
    ) => (_own, _owners, _names, _others) = (own, owners, names, others);

    public static async Task<TaskList> Read(TurnContext turn)
    {
        var owed = await OwnObligations.Of(turn.Db, turn.Who);
        var own = owed.Where(row => !IsPast(row, turn.Now)).OrderBy(row => UrgencyOf(row, turn.Now)).ToList();
        return new TaskList(
            own,
            await Owners.Of(turn.Db, own),
            await OwnerNames.Of(turn.Db, own),
            await OthersDebt.Of(turn)
        );
    }

    public RichText Text(TurnContext turn)
    {
        var text = new RichTextBuilder();
        if (_own.Count == 0)
            text.Line(turn.Text("tasks.nothing"));
        var place = 0;
        foreach (var group in Shown.GroupBy(row => UrgencyOf(row, turn.Now)))
        {
            (place > 0 ? text.EmptyLine() : text).Line(turn.Text($"tasks.urgency.{group.Key}"));
            foreach (var row in group)
                text.Line(Line(turn, row, ++place));
        }
        if (_own.Count > MostLines)
            text.EmptyLine().Line(turn.Text("tasks.more", ("count", _own.Count - MostLines)));
        foreach (var debt in _others)
            text.EmptyLine().Line(debt.Text(turn));
        return text.Build();
    }

    public IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn)
    {
        var isOne = _own.Count == 1;
        var done = Shown.Select(
            (row, place) =>
                new Choice(
                    isOne
                        ? turn.Texts.Plain("tasks.done")
                        : turn.Texts.Plain("tasks.doneNumber", ("number", place + 1)),
                    ObligationActions.DoneOf(row)
                )
        );
        var debtors = _others.Where(debt => debt.Overdue > 0).Select(debt => debt.Button(turn));
        return
        [
            .. done.Chunk(ButtonsInRow).Select(IReadOnlyList<Choice> (row) => row),
            .. debtors.Select(IReadOnlyList<Choice> (button) => [button]),
        ];
    }

    private IEnumerable<Obligation> Shown => _own.Take(MostLines);

    /// <summary>What is owed only if need be is no longer spoken of once its date is gone.</summary>
    internal static bool IsPast(Obligation row, DateTimeOffset now) =>
        row.Optional && row.DueOn < LocalDays.Today(now, row.TimeZone);

    private enum Urgency
    {
        Overdue,
        Today,
        ThisWeek,
        Later,
    }

    /// <summary>By the day it is where the deadline falls.</summary>
    private static Urgency UrgencyOf(Obligation row, DateTimeOffset now)
    {
        var today = LocalDays.Today(now, row.TimeZone);
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return row.IsOverdue(today) ? Urgency.Overdue
            : row.DueOn == today ? Urgency.Today
            : row.DueOn <= sunday && row.DueOn > today ? Urgency.ThisWeek
            : Urgency.Later;
    }

    private RichText Line(TurnContext turn, Obligation row, int number)
    {
        var task = _owners.TaskOf(row);
        return turn.Text(
            row.Optional ? "tasks.optionalLine" : "tasks.line",
            ("number", number),
            ("title", task.Title),
            ("owner", _names[row]),
            ("date", row.DueOn)
        );
    }
}
