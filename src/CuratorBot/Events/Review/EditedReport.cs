using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Review;

/// <summary>
/// She edits a message that a report of hers was made of: the report opens with that answer revised, and is
/// sent again when she says so.
/// </summary>
internal sealed class EditedReport(Reopening reopening, ReportForm form) : IEditedLater
{
    /// <summary>Older ones are mended by their button.</summary>
    private const int Newest = 20;

    public async Task<Reply?> Take(TurnContext turn)
    {
        var me = turn.Who.PersonId;
        var kept = await (
            from report in turn.Db.EventReports
            where report.AuthorId == me
            orderby report.Id descending
            join sheet in turn.Db.ReportSheets on report.Id equals sheet.ReportId
            select new { report, sheet.Sheet }
        )
            .Take(Newest)
            .ToListAsync();
        foreach (var one in kept)
        {
            var sheet = AnswerSheet.FromJson(one.Sheet);
            var given = sheet
                .Answers.Where(pair => pair.Value.MessageId == turn.Message.MessageId)
                .Select(pair => pair.Key)
                .ToList();
            if (given.Count > 0)
                return await Revise(turn, one.report, sheet, given);
        }
        return null;
    }

    /// <summary>A sentence gave several answers, and is read again as a whole.</summary>
    private async Task<Reply?> Revise(
        TurnContext turn,
        EventReport report,
        AnswerSheet sheet,
        List<string> given
    )
    {
        if (given.Count > 1)
        {
            sheet.Opening = turn.Message.MessageId;
            return await form.Reread(turn, sheet)
                ? await reopening.Open(turn, report, sheet, turn.Text("forms.openingRead"))
                : Reply.With(turn.Say("forms.openingNotRead"));
        }
        if (form.Find(given[0]) is not { } question)
            return null;
        switch (await question.Read(new Asking(turn, form, sheet, question)))
        {
            case Reading.Taken taken:
                sheet.Put(question, taken.Answer with { MessageId = turn.Message.MessageId });
                var revised = turn.Text("forms.revised", ("answer", taken.Answer.Shown));
                return await reopening.Open(turn, report, sheet, revised);
            case Reading.Refused refused:
                return Reply.With(turn.Say(RichText.Lines(turn.Text("forms.notRevised"), refused.Why)));
            default:
                return null;
        }
    }
}
