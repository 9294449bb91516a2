using System.Globalization;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.Texts;

namespace CuratorBot.Events.Review;

/// <summary>Opens a report of hers again, with its answers, to be mended; <see cref="Mending"/> takes the result.</summary>
internal sealed class Reopening(ReportForm form, DraftShelf shelf)
{
    /// <summary>Opens the form with the answers as they are, at the one that is to be mended.</summary>
    public async Task<Reply> Open(TurnContext turn, long reportId)
    {
        if (
            await turn.Db.EventReports.FindAsync(reportId) is not { } report
            || await turn.Db.ReportSheets.FindAsync(reportId) is not { } kept
        )
            return Reply.OnlyToast(turn.Texts.Plain("review.notToMend"));
        if (IsToMend(turn, report) && await DraftOf(turn, reportId) is { } open)
            return Reply.Resumes(open.Session);
        var why = report.ReturnReason is { } reason ? turn.Text("review.asked", ("reason", reason)) : null;
        return await Open(turn, report, AnswerSheet.FromJson(kept.Sheet), why, report.ReturnedFor);
    }

    /// <summary>The same with answers that are revised already; a draft that mended it makes room.</summary>
    public async Task<Reply> Open(
        TurnContext turn,
        EventReport report,
        AnswerSheet sheet,
        RichText? before,
        string? at = null
    )
    {
        if (!IsToMend(turn, report))
            return Reply.OnlyToast(turn.Texts.Plain("review.notToMend"));
        var reply = new Reply();
        if (await DraftOf(turn, report.Id) is { } earlier)
            DraftShelf.Close(turn, earlier.Session, reply);
        sheet.Notes[Mending.Mends] = report.Id.ToString(CultureInfo.InvariantCulture);
        return reply.Then(Reply.Opens(form.Name, sheet, before, at));
    }

    private static bool IsToMend(TurnContext turn, EventReport report) =>
        report.AuthorId == turn.Who.PersonId && !turn.Who.MayWork.IsEmpty;

    private async Task<Draft?> DraftOf(TurnContext turn, long reportId)
    {
        var id = reportId.ToString(CultureInfo.InvariantCulture);
        return (await shelf.Of(turn, form.Name)).FirstOrDefault(draft =>
            draft.Sheet.Note(Mending.Mends) == id
        );
    }
}
