using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Editing;

/// <summary>«Добавить задачу»: from a sentence of a letter, or word by word; once, or every month.</summary>
public sealed class NewTaskForm(TaskChanges changes, NameIndexCache names, WorkCalendar calendar) : Form
{
    public const string FormName = "newTask";
    private const string Everybody = "all";

    /// <summary>Levels that she may add to, with commas; how many it concerns; how often, and the last time.</summary>
    private const string LevelsNote = "levels";
    private const string SchoolsNote = "schools";
    private const string AuthoritiesNote = "authorities";
    private const string TimesNote = "times";
    private const string LastNote = "last";

    public override string Name => FormName;

    public override bool IsFor(Asker who) => ScheduleRights.MayAdd(who);

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new LetterQuestion(NewTasks.What, NewTasks.Due),
        new DateQuestion(NewTasks.Due) { IsAhead = true },
        new ChoiceQuestion(NewTasks.Level, (_, sheet) => LevelsIn(sheet)),
        new RegionQuestion(NewTasks.Region, who => who.MayLead)
        {
            When = sheet =>
                sheet[NewTasks.Level] == NewTasks.Region && sheet.Note(NewTasks.RegionNote) is null,
        },
        new MunicipalityQuestion(NewTasks.Municipality, names)
        {
            May = (asking, municipality) => asking.Turn.Who.MayAdmit.Includes(municipality),
            When = sheet => IsOfMunicipality(sheet) && sheet.Note(NewTasks.MunicipalityNote) is null,
        },
        new ChoiceQuestion(NewTasks.Who, (_, sheet) => OwnersIn(sheet)),
        new ChoiceQuestion(NewTasks.Wants, Enum.GetNames<Wants>()) { PerRow = 2 },
        new ChoiceQuestion(NewTasks.Group, Everybody, "1", "2", "3")
        {
            PerRow = 2,
            OnRequest = true,
            When = sheet => sheet[NewTasks.Who] is not NewTasks.Regions,
        },
        new DateQuestion(NewTasks.DueForMunicipalities)
        {
            IsAhead = true,
            OnRequest = true,
            When = sheet => sheet[NewTasks.Who] is NewTasks.Both,
        },
        new DateQuestion(NewTasks.Until)
        {
            IsAhead = true,
            OnRequest = true,
            NotBefore = NewTasks.Due,
        },
        new OpensQuestion(NewTasks.Opens, NewTasks.Due) { Further = true },
        new ChoiceQuestion(NewTasks.Performers, Performing.Names)
        {
            Further = true,
            When = sheet => sheet[NewTasks.Who] is NewTasks.Schools or NewTasks.Both,
        },
        new ChoiceQuestion(NewTasks.Optional, "yes", "no") { Further = true, PerRow = 2 },
    ];

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        var levels = new List<string>();
        if (await ScheduleRights.LeadsTheCountry(turn))
            levels.Add(NewTasks.Country);
        if (!turn.Who.MayLead.IsEmpty)
            levels.Add(NewTasks.Region);
        levels.Add(NewTasks.Municipality);
        sheet.Notes[LevelsNote] = string.Join(',', levels);
        if (await RegionQuestion.RegionsIn(turn, turn.Who.MayLead) is [var region])
            sheet.Notes[NewTasks.RegionNote] = region;
        if (turn.Who.MayAdmit.OnlyMunicipality is { } own)
            sheet.Notes[NewTasks.MunicipalityNote] = own;
        if (levels is [var only])
            sheet.Give(NewTasks.Level, new Answer(only, await LevelName(turn, sheet)));
    }

    /// <summary>A region owes nothing to a municipality: the question is asked anew.</summary>
    public override Task<RichText?> Review(TurnContext turn, AnswerSheet sheet)
    {
        if (sheet[NewTasks.Who] is { } who && !OwnersIn(sheet).Contains(who))
            sheet.Forget(NewTasks.Who);
        return Task.FromResult<RichText?>(null);
    }

    public override async Task PrepareSummary(TurnContext turn, AnswerSheet sheet)
    {
        var tasks = await new NewTasks(turn, sheet, calendar).Read();
        var owing = await TaskChanges.Owing(turn);
        var owed = tasks.Take(1).SelectMany(owing.Of).ToList();
        sheet.Notes[SchoolsNote] = Count(OwnerKind.School);
        sheet.Notes[AuthoritiesNote] = Count(OwnerKind.Municipality);
        sheet.Notes[TimesNote] = tasks.Count.ToString(CultureInfo.InvariantCulture);
        if (tasks.Count > 0)
            sheet.Notes[LastNote] = DateQuestion.Answered(turn, ScheduleDates.LastOf(tasks[^1])!.Value).Value;

        string Count(OwnerKind kind) =>
            owed.Count(row => row.OwnerKind == kind).ToString(CultureInfo.InvariantCulture);
    }

    public override RichText SummaryHead(TurnContext turn, AnswerSheet sheet)
    {
        var (schools, authorities) = (Noted(sheet, SchoolsNote), Noted(sheet, AuthoritiesNote));
        var head = (schools, authorities) switch
        {
            (0, 0) => turn.Text(
                sheet[NewTasks.Who] == NewTasks.Regions ? "newTask.summary" : "newTask.summaryNobody"
            ),
            (_, 0) => turn.Text("newTask.summarySchools", ("schools", schools)),
            (0, _) => turn.Text("newTask.summaryMunicipalities", ("municipalities", authorities)),
            _ => turn.Text("newTask.summaryBoth", ("schools", schools), ("municipalities", authorities)),
        };
        return sheet[NewTasks.Until] is null
            ? head
            : RichText.Lines(
                head,
                turn.Text(
                    "newTask.summaryRepeated",
                    ("times", Noted(sheet, TimesNote)),
                    ("last", DateQuestion.Stored(sheet.Note(LastNote)!))
                )
            );
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var tasks = await new NewTasks(turn, sheet, calendar).Read();
        if (tasks is not [var first, ..])
            return Reply.With(turn.Say("schedule.notYours"));
        var owed = await changes.Add(turn, tasks);
        return Reply.With(
            turn.Say(
                tasks.Count > 1 ? "newTask.doneRepeated"
                    : owed == 0 ? "newTask.doneForNobody"
                    : "newTask.done",
                ("title", sheet[NewTasks.What]),
                ("times", tasks.Count),
                ("dates", ScheduleDates.Of(turn, first))
            ) with
            {
                Choices =
                [
                    [turn.Button("newTask.open", TaskActions.CardOf(first))],
                ],
            }
        );
    }

    private static int Noted(AnswerSheet sheet, string note) =>
        int.Parse(sheet.Note(note) ?? "0", CultureInfo.InvariantCulture);

    private static bool IsOfMunicipality(AnswerSheet sheet) => sheet[NewTasks.Level] == NewTasks.Municipality;

    private static string[] OwnersIn(AnswerSheet sheet) =>
        IsOfMunicipality(sheet)
            ? [NewTasks.Schools, NewTasks.Municipalities, NewTasks.Both]
            : [NewTasks.Schools, NewTasks.Municipalities, NewTasks.Both, NewTasks.Regions];

    private static string[] LevelsIn(AnswerSheet sheet) =>
        (sheet.Note(LevelsNote) ?? NewTasks.Municipality).Split(',');

    private static async Task<string> LevelName(TurnContext turn, AnswerSheet sheet) =>
        (await turn.Db.Municipalities.FindAsync(sheet.Note(NewTasks.MunicipalityNote)))?.Name
        ?? turn.Texts.Plain($"newTask.level.options.{NewTasks.Municipality}");
}
