using System.Globalization;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Sentences;
using CuratorBot.Schools;

namespace CuratorBot.Events.Planning;

/// <summary>What buttons do with planned events: a new one, a report of one, another day, not at all.</summary>
public sealed class PlanActions(PlanForm form, ReportForm report, ReportSentences sentences, DraftShelf shelf)
    : IAction
{
    public const string New = "plan.new";
    public const string Told = "plan.told";
    public const string Report = "plan.report";
    public const string Move = "plan.move";
    public const string Drop = "plan.drop";

    /// <summary>There was nothing to report.</summary>
    public const string Nothing = "plan.nothing";

    public IEnumerable<string> Names => [New, Told, Report, Move, Drop, Nothing];
    public bool ReadsOnly => false;

    internal static string IdOf(PlannedEvent plan) => plan.Id.ToString(CultureInfo.InvariantCulture);

    internal static string Of(string name, PlannedEvent plan) => $"{name}:{IdOf(plan)}";

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (name == New)
            return form.IsFor(turn.Who) ? await Begin(turn, argument) : Stale(turn);
        if (name == Nothing)
            return form.IsFor(turn.Who) ? Reply.Opens(NothingForm.FormName) : Stale(turn);
        if (name == Told)
            return form.IsFor(turn.Who) && ToldSentence.From(argument) is { } told
                ? await BeginTold(turn, told)
                : Stale(turn);
        if (await PlanRights.Find(turn, argument) is not { } plan || !PlanRights.MayChange(turn.Who, plan))
            return Stale(turn);
        if (!plan.IsOpen)
            return Reply.OnlyToast(turn.Texts.Plain("plan.isSettled"));
        return name == Report
            ? await BeginReport(turn, plan)
            : Reply.Opens(
                name == Move ? MovePlanForm.FormName : DropPlanForm.FormName,
                new AnswerSheet { Subject = IdOf(plan) }
            );
    }

    /// <param name="schoolId">Empty where the school is still to be chosen.</param>
    private async Task<Reply> Begin(TurnContext turn, string schoolId)
    {
        var sheet = new AnswerSheet();
        if (await MySchoolQuestion.Find(turn, turn.Who.MayWork, schoolId) is { } school)
            sheet.Give(form.Find(PlanForm.School)!, new Answer(school.Id, school.ShortName));
        return Reply.Opens(form.Name, sheet);
    }

    /// <summary>It is read again: schools and rights may be others by now. A second press begins no second one.</summary>
    private async Task<Reply> BeginTold(TurnContext turn, ToldSentence told)
    {
        var begun = (await shelf.Of(turn, PlanForm.FormName)).FirstOrDefault(draft =>
            draft.Sheet.Opening == told.MessageId
        );
        var marked = turn.Pressed is null ? Reply.Nothing : Reply.With(turn.ClosePressed());
        if (begun is not null)
            return marked.Then(Reply.Resumes(begun.Session));
        var read = await sentences.Read(turn, told.Text);
        var sheet = await sentences.Begin(turn, form, read.AsPlan(), told.MessageId);
        PlanForm.GiveHour(sheet, told.Text);
        return marked.Then(Reply.Opens(form.Name, sheet));
    }

    /// <summary>
    /// The report begins with all that was planned; a day that is still to come is asked for. A second press goes
    /// on with the same.
    /// </summary>
    private async Task<Reply> BeginReport(TurnContext turn, PlannedEvent plan)
    {
        var begun = (await shelf.Of(turn, ReportForm.FormName)).FirstOrDefault(draft =>
            draft.Sheet.Note(PlanChanges.Note) == IdOf(plan)
        );
        if (begun is not null)
            return Reply.Resumes(begun.Session);
        if (!await shelf.MayBeginAnother(turn, report))
            return Reply.Begins(report.Name);
        var sheet = new AnswerSheet();
        sheet.Notes[PlanChanges.Note] = IdOf(plan);
        if (await turn.Db.EventTypes.FindAsync(plan.TypeId) is { } type)
            sheet.Give(report.Find(ReportFields.Type)!, EventKind.AnswerOf(type));
        if (await MySchoolQuestion.Find(turn, turn.Who.MayWork, plan.SchoolId) is { } school)
            sheet.Give(report.Find(ReportFields.School)!, new Answer(school.Id, school.ShortName));
        if (plan.On <= turn.Today)
            sheet.Give(report.Find(ReportFields.Date)!, DateQuestion.Answered(turn, plan.On));
        if (plan.Topic is { } topic)
            sheet.Give(report.Find(ReportFields.Topic)!, new Answer(topic, topic));
        var known = turn.Text("report.told.understood", ("recap", report.Fields.Recap(turn, sheet)));
        return Reply.Opens(report.Name, sheet, known);
    }

    private static Reply Stale(TurnContext turn) => Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
}
