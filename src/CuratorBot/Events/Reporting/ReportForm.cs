using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Listing;
using CuratorBot.Events.Planning;
using CuratorBot.Events.Review;
using CuratorBot.Events.Sentences;
using CuratorBot.Fields;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Events.Reporting;

/// <summary>Reporting one event: what, where, when, how many people; the rest only if there is more to say.</summary>
public sealed class ReportForm : Form
{
    private readonly ReportSentences _sentences;
    private readonly Reviewing _reviewing;
    private readonly Mending _mending;

    public ReportForm(ReportFields fields, ReportSentences sentences, Reviewing reviewing, Mending mending)
    {
        (Fields, _sentences, _reviewing, _mending) = (fields, sentences, reviewing, mending);
        Questions = fields.Questions();
    }

    public const string FormName = "report";

    /// <summary>The sheet notes it where there is no other school that she could name.</summary>
    internal const string OnlySchool = "onlySchool";

    public override string Name => FormName;
    public override int Version => ReportFields.Version;
    public override bool KeepsDrafts => true;

    /// <summary>What a report can tell.</summary>
    public ReportFields Fields { get; }

    public override IReadOnlyList<Question> Questions { get; }

    public override bool IsFor(People.Asker who) => !who.MayWork.IsEmpty;

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (!sheet.Answers.ContainsKey(ReportFields.Type) && !sheet.Answers.ContainsKey(ReportFields.School))
            await FillOnlySchool(turn, sheet);
    }

    /// <summary>Whoever has one school only is not asked which.</summary>
    internal static async Task FillOnlySchool(TurnContext turn, AnswerSheet sheet)
    {
        if (await MySchoolQuestion.TheOnlyOne(turn) is not { } school)
            return;
        sheet.Give(ReportFields.School, school);
        sheet.Notes[OnlySchool] = school.Value;
    }

    public override Task<bool> Reread(TurnContext turn, AnswerSheet sheet) =>
        _sentences.Reread(turn, this, sheet);

    /// <summary>A school that is not hers any more is asked again; what else she told stays.</summary>
    public override async Task<RichText?> Review(TurnContext turn, AnswerSheet sheet)
    {
        if (!sheet.Answers.ContainsKey(ReportFields.School))
            return null;
        var missing = new List<string>();
        if (await ReportPlace.Of(turn, PlacesField.In(sheet), missing.Add) is not null)
            return null;
        var gone = PlacesGone(sheet, missing);
        var shown = string.Join(", ", gone.Select(sheet.Shown));
        foreach (var key in gone)
            Forget(sheet, key);
        return turn.Text("report.schoolGoneMidway", ("school", shown));
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (Wanting.CountsOnly(sheet) && PupilDataIn(sheet) is { Count: > 0 } keys)
            return await AskAgain(turn, sheet, keys, "report.pupilDataFound");
        var missing = new List<string>();
        if (await ReportPlace.Of(turn, PlacesField.In(sheet), missing.Add) is not { } place)
            return await AskPlaceAgain(turn, sheet, missing);
        if (Mending.IdIn(sheet) is { } mended)
            return await _mending.Submit(turn, this, sheet, place, mended);
        var report = new ReportWriter(turn, this, sheet).Write(place);
        turn.Db.EventReports.Add(report);
        await Mending.Keep(turn, this, sheet, report.Id);
        await AuditTrail.Note(
            turn,
            "event.reported",
            Reviewing.SubjectOf(report, sheet.Shown(ReportFields.Type)),
            after: sheet[ReportFields.Date]
        );
        var (recap, told) = (Fields.Recap(turn, sheet), await PlanChanges.HeldBy(turn, report, sheet));
        var waits = await _reviewing.Ask(turn, told, report, recap);
        return Reply
            .With(
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
        return await ReportPlace.Of(turn, PlacesField.In(sheet), _ => { }) is { } place
            ? await Duplicates.Note(turn, new ReportWriter(turn, this, sheet).Write(place))
            : null;
    }

    /// <summary>The texts that may tell of a single pupil, after the kind of event was corrected.</summary>
    private List<string> PupilDataIn(AnswerSheet sheet) =>
        [
            .. Fields
                .All.Where(field =>
                    field is TextField<EventReport> && sheet[field.Key] is { } text && PupilData.IsIn(text)
                )
                .Select(field => field.Key),
        ];

    /// <summary>The right to a school went away meanwhile: the other answers stay.</summary>
    private Task<Reply> AskPlaceAgain(TurnContext turn, AnswerSheet sheet, List<string> missing)
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
                    pair.Key.StartsWith(ReportFields.School, StringComparison.Ordinal)
                    && (
                        missing.Count == 0
                            ? pair.Key == ReportFields.School
                            : missing.Contains(pair.Value.Value)
                    )
                )
                .Select(pair => pair.Key),
        ];

    private static void Forget(AnswerSheet sheet, string key)
    {
        sheet.Forget(key);
        sheet.Given.Remove(key);
    }

    private async Task<Reply> AskAgain(
        TurnContext turn,
        AnswerSheet sheet,
        List<string> keys,
        string why,
        params (string Name, object? Value)[] values
    )
    {
        var said = Reply.With(turn.Say(why, values));
        foreach (var key in keys)
            Forget(sheet, key);
        return said.Then(Reply.Opens(Name, sheet));
    }
}
