using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Events.Sentences;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Events;

/// <summary>Reporting one event: what, where, when, how many people; the rest only if there is more to say.</summary>
public sealed class ReportForm(
    EventTypes types,
    NameIndexCache names,
    ReportSentences sentences,
    Func<FormEngine> engine
) : Form
{
    public const string FormName = "report";

    internal const string Type = "type";
    internal const string School = "school";
    internal const string Date = "date";
    internal const string People = "people";
    internal const string Topic = "topic";
    internal const string Result = "result";
    internal const string Next = "next";
    internal const string CheckBack = "checkBack";
    internal const string Files = "files";
    internal const string Format = "format";
    internal const string Audience = "audience";
    internal const string Until = "until";
    internal const string Events = "events";
    internal const string Base = "of";

    internal const string InPerson = "inPerson";
    internal const string Remote = "remote";
    internal const string Mixed = "mixed";

    internal const int LongestText = 500;
    internal const int LongestAudience = 200;
    internal const int MostPeople = 10_000;
    internal const int MostEvents = 100;

    public override string Name => FormName;
    public override bool KeepsDrafts => true;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new EventTypeQuestion(Type, types),
        new MySchoolQuestion(School, names),
        new DateQuestion(Date),
        new NumberQuestion(People, from: 0, to: MostPeople) { Optional = true },
        new TextQuestion(Topic, LongestText)
        {
            OnRequestWhen = sheet => KindIn(sheet) is not { } kind || !EventHeadings.TopicMatters(kind),
            Optional = true,
        },
        new TextQuestion(Result, LongestText)
        {
            OnRequestWhen = sheet =>
                KindIn(sheet) is not { } kind || !EventHeadings.NeedsResult(kind) || sheet[Next] is not null,
        },
        new TextQuestion(Next, LongestText) { OnRequest = true },
        new DateQuestion(CheckBack)
        {
            IsAhead = true,
            OnRequest = true,
            When = sheet => sheet[Next] is not null || sheet[CheckBack] is not null,
        },
        new FilesQuestion(Files) { OnRequest = true },
        new ChoiceQuestion(Format, InPerson, Remote, Mixed) { Further = true },
        new TextQuestion(Audience, LongestAudience) { Further = true },
        new DateQuestion(Until)
        {
            Further = true,
            NotBefore = Date,
            When = sheet => !IsBefore(sheet[Until], sheet[Date]),
        },
        new NumberQuestion(Events, from: 1, to: MostEvents) { Further = true },
        new NumberQuestion(Base, from: 1, to: MostPeople)
        {
            Further = true,
            AtLeast = ReportWriter.PeopleIn,
            When = sheet =>
                ReportWriter.PeopleIn(sheet) is { } people
                && !(ReportWriter.NumberIn(sheet, Base) is { } all && all < people),
        },
    ];

    public override bool IsFor(People.Asker who) => !who.MayWork.IsEmpty;

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (!sheet.Answers.ContainsKey(Type) && !sheet.Answers.ContainsKey(School))
            await FillOnlySchool(turn, sheet);
    }

    /// <summary>Whoever has one school only is not asked which.</summary>
    internal static async Task FillOnlySchool(TurnContext turn, AnswerSheet sheet)
    {
        if (await MySchoolQuestion.TheOnlyOne(turn) is not { } school)
            return;
        sheet.Answers[School] = school;
        sheet.Given.Add(School);
    }

    public override Task<bool> Reread(TurnContext turn, AnswerSheet sheet) =>
        sentences.Reread(turn, this, sheet);

    /// <summary>A school that is not hers any more is asked again; what else she told stays.</summary>
    public override async Task<RichText?> Review(TurnContext turn, AnswerSheet sheet) =>
        sheet.Answers.ContainsKey(School)
        && await MySchoolQuestion.Find(turn, turn.Who.MayWork, sheet[School]) is null
            ? ForgetSchool(turn, sheet, "report.schoolGoneMidway")
            : null;

    public override async Task<Turn> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (await MySchoolQuestion.Find(turn, turn.Who.MayWork, sheet[School]) is not { } school)
            return await AskSchoolAgain(turn, sheet);
        var report = ReportWriter.Write(turn, sheet, school);
        turn.Db.EventReports.Add(report);
        await AuditTrail.Note(
            turn,
            "event.reported",
            new AuditSubject("report", report.Id) { Title = sheet.Shown(Type), SchoolId = school.Id },
            after: sheet[Date]
        );
        var recap = ReportRecap.Of(turn, sheet);
        var accepted = Turn.Reply(
            turn.Say("report.accepted", ("recap", recap)) with
            {
                Choices =
                [
                    [
                        turn.Button("report.another", $"{Reception.CommandActionName}:{FormName}:"),
                        turn.Button("report.mine", EventsAction.List(EventsFilter.Mine)),
                    ],
                ],
            }
        );
        return await ReportNotice.Tell(turn, accepted, report, school, sheet);
    }

    /// <summary>The right to the school went away meanwhile: the other answers stay.</summary>
    private async Task<Turn> AskSchoolAgain(TurnContext turn, AnswerSheet sheet) =>
        Turn.Reply(turn.Say(ForgetSchool(turn, sheet, "report.schoolGone")))
            .Then(await engine().Start(turn, this, sheet));

    private static RichText ForgetSchool(TurnContext turn, AnswerSheet sheet, string said)
    {
        var shown = sheet.Shown(School);
        sheet.Answers.Remove(School);
        sheet.Given.Remove(School);
        return turn.Text(said, ("school", shown));
    }

    /// <summary>Both as they are stored; a day that is not known is not before another.</summary>
    private static bool IsBefore(string? day, string? other) =>
        day is not null && other is not null && string.CompareOrdinal(day, other) < 0;

    internal static EventKind? KindIn(AnswerSheet sheet) => EventKind.In(sheet[Type]);
}
