using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>Requests as numbered lines, with the buttons of each.</summary>
internal sealed class HelpList
{
    private readonly RichTextBuilder _lines = new();
    private readonly List<IReadOnlyList<Choice>> _choices = [];

    public RichText Text => _lines.Build();
    public List<IReadOnlyList<Choice>> Choices => _choices;

    public sealed record Row(HelpRequest Request, string School, string? Name);

    /// <summary>Unanswered ones that she may answer, those first that have waited longest.</summary>
    public static IQueryable<HelpRequest> WaitingFor(TurnContext turn)
    {
        var me = turn.Who.PersonId;
        return turn
            .Db.HelpRequests.Waiting()
            .Where(row => row.AskedBy != me)
            .Within(turn.Who.MayHelp)
            .OrderBy(row => row.AskedAt)
            .ThenBy(row => row.Id);
    }

    /// <summary>Her own that she has not called solved, the newest first.</summary>
    public static IQueryable<HelpRequest> OwnOf(TurnContext turn)
    {
        var me = turn.Who.PersonId;
        return turn
            .Db.HelpRequests.Where(row => row.AskedBy == me && row.SolvedAt == null)
            .Within(turn.Who.MayWork)
            .OrderByDescending(row => row.AskedAt);
    }

    public static Task<List<Row>> Read(TurnContext turn, IQueryable<HelpRequest> requests) =>
        requests
            .Join(
                turn.Db.Schools,
                row => row.SchoolId,
                school => school.Id,
                (row, school) => new { row, school }
            )
            .Join(
                turn.Db.People,
                pair => pair.row.AskedBy,
                person => person.Id,
                (pair, person) => new Row(pair.row, pair.school.ShortName, person.Name)
            )
            .AsNoTracking()
            .ToListAsync();

    /// <summary>A line below those before, behind an empty one.</summary>
    public void Add(RichText text)
    {
        if (_lines.Length > 0)
            _lines.EmptyLine();
        _lines.Line(text);
    }

    /// <param name="from">The number before that of the first.</param>
    public void AddWaiting(TurnContext turn, IReadOnlyList<Row> rows, int from = 0)
    {
        foreach (var (index, row) in rows.Index())
            _lines.Line(
                turn.Text(
                    "advice.list.waiting.line",
                    ("number", from + index + 1),
                    ("school", row.School),
                    ("name", row.Name ?? turn.Texts.Plain("people.former")),
                    ("ago", AskedAgo(turn, row.Request)),
                    ("text", HelpWords.Short(row.Request))
                )
            );
        AddButtons(turn, rows, from, [("advice.list.waiting.button", AdviceActions.Write)]);
    }

    public void AddOwn(TurnContext turn, IReadOnlyList<Row> rows)
    {
        foreach (var (index, row) in rows.Index())
            _lines.Line(
                turn.Text(
                    "advice.list.own.line",
                    ("number", index + 1),
                    ("school", row.School),
                    ("date", LocalDays.Today(row.Request.AskedAt, turn.Who.TimeZone)),
                    ("state", StateOf(turn, row.Request)),
                    ("text", HelpWords.Short(row.Request))
                )
            );
        AddButtons(
            turn,
            rows,
            0,
            [("advice.list.own.button", AdviceActions.Write), ("advice.list.own.solve", AdviceActions.Solve)]
        );
    }

    private void AddButtons(
        TurnContext turn,
        IReadOnlyList<Row> rows,
        int from,
        (string Label, string Action)[] buttons
    ) =>
        _choices.AddRange(
            rows.Index()
                .SelectMany(one =>
                    buttons.Select(button => new Choice(
                        turn.Texts.Plain(button.Label, ("number", from + one.Index + 1)),
                        string.Create(CultureInfo.InvariantCulture, $"{button.Action}:{one.Item.Request.Id}")
                    ))
                )
                .Chunk(2)
        );

    private static string StateOf(TurnContext turn, HelpRequest request) =>
        request.AnsweredInMinutes is { } minutes
            ? turn.Texts.Plain("advice.list.states.answered", ("after", HelpWords.After(minutes)))
            : turn.Texts.Plain("advice.list.states.waiting", ("ago", AskedAgo(turn, request)));

    private static string AskedAgo(TurnContext turn, HelpRequest request) =>
        RussianSpans.Ago(turn.Now - request.AskedAt);
}
