using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Sentences;
using CuratorBot.People;
using CuratorBot.People.InCharge;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Planning;

/// <summary>Planning one event: for which school, what, when; about what, if there is something to say.</summary>
public sealed class PlanForm : Form
{
    public const string FormName = "plan";
    internal const string School = ReportFields.School;
    internal const string Type = ReportFields.Type;
    internal const string Date = ReportFields.Date;
    internal const string Hour = "hour";
    internal const string Topic = ReportFields.Topic;

    private readonly PlanChanges _changes;
    private readonly PlanTimes _times;
    private readonly ReportSentences _sentences;

    public PlanForm(
        EventTypes types,
        NameIndexCache names,
        ReportSentences sentences,
        PlanChanges changes,
        PlanTimes times
    )
    {
        (_changes, _times, _sentences) = (changes, times, sentences);
        Questions =
        [
            new MySchoolQuestion(School, names),
            new EventTypeQuestion(Type, types),
            new DateQuestion(Date) { IsAhead = true, IsSoon = true },
            new HourQuestion(Hour) { Optional = true },
            new TextQuestion(Topic, ReportFields.LongestText) { OnRequest = true },
        ];
    }

    public override string Name => FormName;
    public override IReadOnlyList<Question> Questions { get; }

    public override bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (!sheet.Answers.ContainsKey(School) && sheet.Hints is null)
            await ReportForm.FillOnlySchool(turn, sheet);
    }

    public override async Task<bool> Reread(TurnContext turn, AnswerSheet sheet)
    {
        if (!await _sentences.Reread(turn, this, sheet, SentenceMood.Plan))
            return false;
        if (!sheet.Settled(Hour))
            GiveHour(sheet, turn.Message.Text!);
        return true;
    }

    /// <summary>The hour that the sentence names is not asked for.</summary>
    internal static void GiveHour(AnswerSheet sheet, string sentence)
    {
        if (HourQuestion.In(sentence) is { } hour)
            sheet.Give(Hour, hour with { MessageId = sheet.Opening });
    }

    /// <summary>What else is planned there on that day, and that it is a day off.</summary>
    public override async ValueTask<RichText?> SummaryNote(TurnContext turn, AnswerSheet sheet)
    {
        var notes = new List<RichText>();
        var on = DateQuestion.Stored(sheet[Date]!);
        if (await MySchoolQuestion.Find(turn, turn.Who.MayWork, sheet[School]) is not { } school)
            return null;
        if (!_times.IsWorkday(on, school.Region))
            notes.Add(turn.Text("plan.dayOff"));
        var others = await turn
            .Db.PlannedEvents.Where(plan =>
                plan.SchoolId == school.Id && plan.On == on && plan.State == PlanState.Open
            )
            .OrderBy(plan => plan.Id)
            .Take(MostOthers)
            .ToListAsync();
        foreach (var other in others)
        {
            var words = await PlanWords.Of(turn, other);
            notes.Add(turn.Text("plan.alsoThere", ("type", words.Type), ("name", words.Author)));
        }
        return notes.Count > 0 ? RichText.Lines([.. notes]) : null;
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (await MySchoolQuestion.Find(turn, turn.Who.MayWork, sheet[School]) is not { } school)
            return Reply.With(turn.Say("plan.notYours"));
        var on = DateQuestion.Stored(sheet[Date]!);
        if (on < turn.Today)
        {
            sheet.Forget(Date);
            return Reply.With(turn.Say("plan.dayIsOver")).Then(Reply.Opens(Name, sheet));
        }
        var plan = await _changes.Plan(
            turn,
            school,
            EventKind.In(sheet[Type])!,
            on,
            HourQuestion.Stored(sheet[Hour]),
            sheet[Topic]
        );
        var others = await PeopleInCharge.OfSchool(turn.Db, school.Id, turn.Who.PersonId);
        var words = await PlanWords.Of(turn, plan);
        return Reply.With(
            turn.Say(
                others.Count > 0 ? "plan.made" : "plan.madeAlone",
                ("what", words.What),
                ("when", words.Planned)
            ) with
            {
                Choices =
                [
                    [turn.Button("plan.whatToKnow", PlanActions.Of(PlanViews.Brief, plan))],
                    [
                        turn.Button("plan.another", $"{PlanActions.New}:"),
                        turn.Button("plan.all", PlanViews.ListOf(PlanView.Ahead, 0)),
                    ],
                ],
            }
        );
    }

    private const int MostOthers = 3;
}
