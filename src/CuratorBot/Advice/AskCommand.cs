using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>
/// «/ask»: what waits for her answer and what she has asked herself. Where there is neither, the question
/// begins at once.
/// </summary>
public sealed class AskCommand(FormEngine engine) : ICommand
{
    private const int Most = 5;
    private const int Excerpt = 120;

    public string Name => "ask";
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public async Task<Turn> Take(TurnContext turn, string argument)
    {
        var waiting = await Waiting(turn);
        var own = await Own(turn);
        if (waiting.Count + own.Count == 0 && turn.Who.MayHelp.IsEmpty)
            return await engine.Start(turn, AskForm.FormName);
        var lines = new RichTextBuilder();
        var choices = new List<IReadOnlyList<Choice>>();
        if (waiting.Count == 0 && !turn.Who.MayHelp.IsEmpty)
            lines.Line(turn.Text("advice.list.nobodyWaits"));
        Add(turn, lines, choices, "waiting", waiting, [("button", AdviceActions.Write)]);
        Add(
            turn,
            lines,
            choices,
            "own",
            own,
            [("button", AdviceActions.Write), ("solve", AdviceActions.Solve)]
        );
        choices.Add([turn.Button("advice.list.new", $"{AdviceActions.New}:")]);
        return Turn.Reply(turn.Say(lines.Build()) with { Choices = choices });
    }

    private sealed record Listed(HelpRequest Request, string School, string? Name);

    private static void Add(
        TurnContext turn,
        RichTextBuilder lines,
        List<IReadOnlyList<Choice>> choices,
        string part,
        List<Listed> listed,
        (string Label, string Action)[] buttons
    )
    {
        if (listed.Count == 0)
            return;
        if (lines.Length > 0)
            lines.EmptyLine();
        lines.Line(turn.Text($"advice.list.{part}.head"));
        var number = 0;
        var row = new List<Choice>();
        foreach (var one in listed)
        {
            number++;
            lines.Line(
                turn.Text(
                    $"advice.list.{part}.line",
                    ("number", number),
                    ("school", one.School),
                    ("name", one.Name),
                    ("date", LocalDays.Today(one.Request.AskedAt, turn.Who.TimeZone)),
                    ("state", turn.Texts.Plain($"advice.list.states.{StateOf(one.Request)}")),
                    ("text", Short(one.Request.Text))
                )
            );
            row.AddRange(
                buttons.Select(button => new Choice(
                    turn.Texts.Plain($"advice.list.{part}.{button.Label}", ("number", number)),
                    string.Create(CultureInfo.InvariantCulture, $"{button.Action}:{one.Request.Id}")
                ))
            );
        }
        choices.AddRange(row.Chunk(2));
    }

    private static string StateOf(HelpRequest request) =>
        request.SolvedAt is not null ? "solved"
        : request.AnsweredAt is not null ? "answered"
        : "waiting";

    /// <summary>Unanswered ones that she may answer, those first that have waited longest.</summary>
    private static Task<List<Listed>> Waiting(TurnContext turn)
    {
        var (db, me) = (turn.Db, turn.Who.PersonId);
        var schools = turn.Who.MayHelp.Within(db.Schools);
        return Listing(
            turn,
            db.HelpRequests.Where(row => row.AnsweredAt == null && row.SolvedAt == null && row.AskedBy != me)
                .Where(row => schools.Any(school => school.Id == row.SchoolId))
                .OrderBy(row => row.AskedAt)
        );
    }

    private static Task<List<Listed>> Own(TurnContext turn)
    {
        var (db, me) = (turn.Db, turn.Who.PersonId);
        var schools = turn.Who.MayWork.Within(db.Schools);
        return Listing(
            turn,
            db.HelpRequests.Where(row => row.AskedBy == me && row.SolvedAt == null)
                .Where(row => schools.Any(school => school.Id == row.SchoolId))
                .OrderByDescending(row => row.AskedAt)
        );
    }

    private static Task<List<Listed>> Listing(TurnContext turn, IQueryable<HelpRequest> requests) =>
        requests
            .Take(Most)
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
                (pair, person) => new Listed(pair.row, pair.school.ShortName, person.Name)
            )
            .AsNoTracking()
            .ToListAsync();

    private static string Short(string text) =>
        text.Length <= Excerpt ? text : $"{text[..Excerpt].TrimEnd()}…";
}
