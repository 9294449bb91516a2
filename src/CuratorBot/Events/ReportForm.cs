using CuratorBot.Audit;
using CuratorBot.Conversations;
using CuratorBot.Events.Planning;
using CuratorBot.Events.Review;
using CuratorBot.Events.Sentences;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Events;

/// <summary>Reporting one event: what, where, when, how many people; the rest only if there is more to say.</summary>
public sealed class ReportForm : Form
{
    private readonly ReportSentences _sentences;
    private readonly Reviewing _reviewing;
    private readonly Mending _mending;
    private readonly Func<FormEngine> _engine;

    public ReportForm(
        EventTypes types,
        NameIndexCache names,
        ReportSentences sentences,
        Reviewing reviewing,
        Mending mending,
        Func<FormEngine> engine
    )
    {
        (_sentences, _reviewing, _mending, _engine) = (sentences, reviewing, mending, engine);
        Questions = ReportQuestions.Of(types, names, Places(names));
    }

    public const string FormName = "report";

    /// <summary>The sheet notes it where there is no other school that she could name.</summary>
    internal const string OnlySchool = "onlySchool";

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
    internal const string Question = "question";
    internal const string Host = "host";
    internal const string Teachers = "teachers";
    internal const string Pupils = "pupils";
    internal const string Parents = "parents";
    internal const string Level = "level";
    internal const string Risk = "risk";
    internal const string Zones = "zones";
    internal const string Link = "link";
    internal const string Precision = "precision";

    internal const string InPerson = "inPerson";
    internal const string Remote = "remote";
    internal const string Mixed = "mixed";

    internal const int LongestText = 500;
    internal const int LongestAudience = 200;
    internal const int MostPeople = 10_000;
    internal const int MostEvents = 100;
    internal const int MostSchools = 6;

    public override string Name => FormName;
    public override int Version => 2;
    public override bool KeepsDrafts => true;

    public override IReadOnlyList<Question> Questions { get; }

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
        sheet.Give(School, school);
        sheet.Notes[OnlySchool] = school.Value;
    }

    public override Task<bool> Reread(TurnContext turn, AnswerSheet sheet) =>
        _sentences.Reread(turn, this, sheet);

    /// <summary>A school that is not hers any more is asked again; what else she told stays.</summary>
    public override async Task<RichText?> Review(TurnContext turn, AnswerSheet sheet)
    {
        if (!sheet.Answers.ContainsKey(School))
            return null;
        var missing = new List<string>();
        if (await ReportPlace.Of(turn, PlacesIn(sheet), missing.Add) is not null)
            return null;
        var gone = PlacesGone(sheet, missing);
        var shown = string.Join(", ", gone.Select(sheet.Shown));
        foreach (var key in gone)
            Forget(sheet, key);
        return turn.Text("report.schoolGoneMidway", ("school", shown));
    }

    public override async Task<Turn> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (EventWants.CountsOnly(KindIn(sheet)) && PupilDataIn(sheet) is { Count: > 0 } keys)
            return await AskAgain(turn, sheet, keys, "report.pupilDataFound");
        var missing = new List<string>();
        if (await ReportPlace.Of(turn, PlacesIn(sheet), missing.Add) is not { } place)
            return await AskPlaceAgain(turn, sheet, missing);
        if (Mending.IdIn(sheet) is { } mended)
            return await _mending.Submit(turn, this, sheet, place, mended);
        var report = new ReportWriter(turn, this, sheet).Write(place);
        turn.Db.EventReports.Add(report);
        await Mending.Keep(turn, this, sheet, report.Id);
        await AuditTrail.Note(
            turn,
            "event.reported",
            Reviewing.SubjectOf(report, sheet.Shown(Type)),
            after: sheet[Date]
        );
        var (recap, told) = (ReportRecap.Of(turn, sheet), await PlanChanges.HeldBy(turn, report, sheet));
        var waits = await _reviewing.Ask(turn, told, report, recap);
        return Turn.Reply(
                turn.Say(waits ? "report.sent" : "report.kept", ("recap", recap)) with
                {
                    Choices =
                    [
                        [
                            turn.Button("report.another", $"{Reception.CommandActionName}:{FormName}:"),
                            turn.Button("report.mine", EventsAction.List(EventsFilter.Mine)),
                        ],
                    ],
                }
            )
            .Then(told);
    }

    /// <summary>Whether it seems to be told already, and what becomes of a correction.</summary>
    public override async ValueTask<RichText?> SummaryNote(TurnContext turn, AnswerSheet sheet)
    {
        var mended = Mending.IdIn(sheet);
        if (mended is { } id && await turn.Db.EventReports.FindAsync(id) is { } report)
            return report.State == ReviewState.Accepted && !Reviewers.IsOver(turn.Who, report)
                ? turn.Text("review.willBeProposed")
                : null;
        return await ReportPlace.Of(turn, PlacesIn(sheet), _ => { }) is { } place
            ? await Duplicates.Note(turn, new ReportWriter(turn, this, sheet).Write(place))
            : null;
    }

    private static RepeatingPart Places(NameIndexCache names) =>
        new(School, MostSchools, place => [new PlaceQuestion(place, names)])
        {
            MayRepeat = sheet =>
                ReportPlace.IsSchool(sheet[School]) && sheet.Note(OnlySchool) != sheet[School],
            AsksWhen = sheet => EventWants.SeveralSchools(KindIn(sheet)),
        };

    /// <summary>What was named of schools, municipalities and regions.</summary>
    internal static IReadOnlyList<string> PlacesIn(AnswerSheet sheet) =>
        [
            .. Enumerable
                .Range(1, ReportPlace.IsSchool(sheet[School]) ? MostSchools : 1)
                .Select(number => sheet[RepeatingPart.KeyAt(School, number)])
                .OfType<string>(),
        ];

    /// <summary>The texts that may tell of a single pupil, after the kind of event was corrected.</summary>
    private static List<string> PupilDataIn(AnswerSheet sheet) =>
        [
            .. new[] { Topic, Question, Result, Next, Audience }.Where(key =>
                sheet[key] is { } text && PupilData.IsIn(text)
            ),
        ];

    /// <summary>The right to a school went away meanwhile: the other answers stay.</summary>
    private Task<Turn> AskPlaceAgain(TurnContext turn, AnswerSheet sheet, List<string> missing)
    {
        var gone = PlacesGone(sheet, missing);
        return AskAgain(
            turn,
            sheet,
            gone,
            "report.schoolGone",
            ("school", string.Join(", ", gone.Select(sheet.Shown)))
        );
    }

    /// <summary>Keys of the places that are missing; without any school it is the whole place.</summary>
    private static List<string> PlacesGone(AnswerSheet sheet, List<string> missing) =>
        [
            .. sheet
                .Answers.Where(pair =>
                    pair.Key.StartsWith(School, StringComparison.Ordinal)
                    && (missing.Count == 0 ? pair.Key == School : missing.Contains(pair.Value.Value))
                )
                .Select(pair => pair.Key),
        ];

    private static void Forget(AnswerSheet sheet, string key)
    {
        sheet.Forget(key);
        sheet.Given.Remove(key);
    }

    private async Task<Turn> AskAgain(
        TurnContext turn,
        AnswerSheet sheet,
        List<string> keys,
        string why,
        params (string Name, object? Value)[] values
    )
    {
        var said = Turn.Reply(turn.Say(why, values));
        foreach (var key in keys)
            Forget(sheet, key);
        return said.Then(await _engine().Start(turn, this, sheet));
    }

    internal static EventKind? KindIn(AnswerSheet sheet) => EventKind.In(sheet[Type]);
}
