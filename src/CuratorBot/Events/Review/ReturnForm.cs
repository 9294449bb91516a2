using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.People;

namespace CuratorBot.Events.Review;

/// <summary>Returning a report: what is to be mended, and why.</summary>
public sealed class ReturnForm : Form
{
    internal const string What = "what";
    internal const string Why = "why";
    private const int LongestReason = 500;

    public ReturnForm(ReportForm form) =>
        Questions = [
            new AnswerQuestion(What, form) { Optional = true },
            new TextQuestion(Why, LongestReason, shortest: 3),
        ];

    public override string Name => "return";
    public override bool HasSummary => false;
    public override IReadOnlyList<Question> Questions { get; }

    public override bool IsFor(Asker who) => !who.MayAdmit.IsEmpty;

    internal static AnswerSheet About(EventReport report) =>
        new() { Subject = report.Id.ToString(CultureInfo.InvariantCulture) };

    internal static long ReportIn(AnswerSheet sheet) =>
        long.TryParse(sheet.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        // After a crash what was said goes out in the order in which it was made.
        var done = turn.Say("return.done");
        var returned = await Reviewing.Return(turn, ReportIn(sheet), sheet[What], sheet[Why]!);
        return returned is null ? Reply.With(turn.Say("return.tooLate")) : Reply.With(done).Then(returned);
    }
}

/// <summary>One of the answers of the report that is being returned.</summary>
internal sealed class AnswerQuestion(string key, ReportForm form) : SearchQuestion(key)
{
    protected override int PageSize => 12;

    protected override async ValueTask<SearchResult> Find(Asking asking, string? search)
    {
        var options = (await Answers(asking)).Where(option =>
            search is null || option.Label.Contains(search, StringComparison.OrdinalIgnoreCase)
        );
        return new SearchResult([.. options]);
    }

    protected override async ValueTask<Answer?> Choose(Asking asking, string value) =>
        (await Answers(asking)).FirstOrDefault(option => option.Value == value) is { } option
            ? new Answer(option.Value, option.Label)
            : null;

    /// <summary>None where the report was made of no answers, or is not hers to decide.</summary>
    private async Task<IEnumerable<Option>> Answers(Asking asking)
    {
        var turn = asking.Turn;
        if (
            await Reviewing.Find(turn, ReturnForm.ReportIn(asking.Sheet)) is not { } report
            || await turn.Db.ReportSheets.FindAsync(report.Id) is not { } kept
        )
            return [];
        var sheet = AnswerSheet.FromJson(kept.Sheet);
        return form.Applying(sheet)
            .Where(question => !question.IsUnshown && sheet.Settled(question.Key))
            .Select(question => new Option(new Asking(turn, form, sheet, question).Label, question.Key));
    }
}
