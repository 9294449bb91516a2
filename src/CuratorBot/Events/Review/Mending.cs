using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Review;

/// <summary>
/// An author changes a report of hers. Until it is accepted the change simply stands and is looked at again;
/// afterwards it is a proposal that a reviewer decides about.
/// </summary>
public sealed class Mending(Reviewing reviewing)
{
    /// <summary>The sheet notes the report that it mends.</summary>
    internal const string Mends = "mends";

    internal static long? IdIn(AnswerSheet sheet) =>
        long.TryParse(sheet.Note(Mends), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>Keeps the answers beside the report that was made of them.</summary>
    public static async Task Keep(TurnContext turn, Form form, AnswerSheet sheet, long reportId)
    {
        if (await turn.Db.ReportSheets.FindAsync(reportId) is { } kept)
            (kept.Sheet, kept.Version) = (JsonOf(sheet), form.Version);
        else
            turn.Db.ReportSheets.Add(
                new ReportSheet
                {
                    ReportId = reportId,
                    Sheet = JsonOf(sheet),
                    Version = form.Version,
                }
            );
    }

    /// <summary>What becomes of the mended answers.</summary>
    internal async Task<Reply> Submit(
        TurnContext turn,
        ReportForm form,
        AnswerSheet sheet,
        ReportPlace place,
        long id
    )
    {
        if (await Find(turn, id) is not { } report || report.AuthorId != turn.Who.PersonId)
            return Reply.With(turn.Say("review.notToMend"));
        var isAccepted = report.State == ReviewState.Accepted;
        if (isAccepted && !Reviewers.IsOver(turn.Who, report))
            return await Propose(turn, form, sheet, report);
        var reply = new Reply().LetGoOf(await Rewrite(turn, form, sheet, place, report));
        report.SummaryId = turn.Pressed?.Message.Id;
        await Note(turn, isAccepted ? "event.corrected" : "event.mended", report, sheet);
        await ReviewCards.Settle(turn, reply, report.Id, null, turn.Text("review.mendedMeanwhile"));
        var recap = form.Fields.Recap(turn, sheet);
        var waits = await reviewing.Ask(turn, reply, report, recap, "review.mendedNotice");
        return Reply
            .With(turn.Say(waits ? "review.sentAgain" : "review.corrected", ("recap", recap)))
            .Then(reply);
    }

    /// <summary>Accepts or declines a proposed correction, once.</summary>
    internal static async Task<Reply> Decide(
        TurnContext turn,
        ReportForm form,
        long correctionId,
        CorrectionState decision
    )
    {
        if (
            await turn.Db.ReportCorrections.FindAsync(correctionId) is not { } correction
            || await Find(turn, correction.ReportId) is not { } report
            || !Reviewers.MayReview(turn.Who, report)
        )
            return Reviewing.NotYours(turn);
        if (correction.State != CorrectionState.Waiting)
            return Reply.OnlyToast(turn.Texts.Plain($"review.corrections.{correction.State}"));
        var sheet = AnswerSheet.FromJson(correction.Sheet);
        var values = PlacesField.In(sheet);
        var reply = new Reply();
        if (decision == CorrectionState.Accepted)
        {
            if (await ReportPlace.Of(turn.Db, scope: null, values, _ => { }) is not { } place)
                return Reviewing.NotYours(turn);
            reply.LetGoOf(await Rewrite(turn, form, sheet, place, report));
        }
        (correction.State, correction.DecidedBy, correction.DecidedAt) = (
            decision,
            turn.Who.PersonId,
            turn.Now
        );
        var isAccepted = decision == CorrectionState.Accepted;
        await Note(turn, isAccepted ? "event.corrected" : "event.correctionDeclined", report, sheet);
        var said = turn.Text($"review.correctionDecided.{decision}", ("by", turn.Who.Name));
        await ReviewCards.Settle(turn, reply, report.Id, correction.Id, said);
        reply.Tell(
            correction.AuthorId,
            turn.Say(
                $"review.correctionToldYou.{decision}",
                ("recap", form.Fields.Recap(turn, isAccepted ? sheet : await Kept(turn, report.Id))),
                ("by", turn.Who.Name)
            )
        );
        return reply;
    }

    /// <summary>She mends it again before anybody has decided: the newest proposal is the one.</summary>
    private static async Task<Reply> Propose(
        TurnContext turn,
        ReportForm form,
        AnswerSheet sheet,
        EventReport report
    )
    {
        var kept = await turn.Db.ReportSheets.FindAsync(report.Id);
        var diff = CorrectionDiff.Of(turn, form, AnswerSheet.FromJson(kept!.Sheet), sheet);
        if (diff.Length == 0)
            return Reply.With(turn.Say("review.nothingChanged"));
        var reply = new Reply();
        foreach (var earlier in await WaitingOf(turn, report.Id))
        {
            earlier.State = CorrectionState.Replaced;
            await ReviewCards.Settle(
                turn,
                reply,
                report.Id,
                earlier.Id,
                turn.Text($"review.corrections.{CorrectionState.Replaced}")
            );
        }
        var correction = new ReportCorrection
        {
            Id = turn.Ids.Next(),
            ReportId = report.Id,
            AuthorId = turn.Who.PersonId,
            Sheet = JsonOf(sheet),
            Version = form.Version,
            ProposedAt = turn.Now,
        };
        turn.Db.ReportCorrections.Add(correction);
        await Note(turn, "event.correctionProposed", report, sheet);
        var text = turn.Text(
            "review.proposal",
            ("recap", form.Fields.Recap(turn, AnswerSheet.FromJson(kept.Sheet))),
            ("author", turn.Who.Name),
            ("changes", diff)
        );
        await ReviewCards.SendCorrection(turn, reply, report, correction, text);
        return Reply.With(turn.Say("review.proposed", ("changes", diff))).Then(reply);
    }

    private static async Task<AnswerSheet> Kept(TurnContext turn, long reportId) =>
        AnswerSheet.FromJson((await turn.Db.ReportSheets.FindAsync(reportId))!.Sheet);

    private static Task<List<ReportCorrection>> WaitingOf(TurnContext turn, long reportId) =>
        turn
            .Db.ReportCorrections.Where(row =>
                row.ReportId == reportId && row.State == CorrectionState.Waiting
            )
            .ToListAsync();

    /// <returns>The kept files that it had and has no more.</returns>
    private static async Task<IReadOnlyList<string>> Rewrite(
        TurnContext turn,
        ReportForm form,
        AnswerSheet sheet,
        ReportPlace place,
        EventReport report
    )
    {
        var before = Kept(report);
        new ReportWriter(turn, form, sheet).Rewrite(report, place);
        await Keep(turn, form, sheet, report.Id);
        return [.. before.Except(Kept(report))];

        static List<string> Kept(EventReport report) =>
            [.. report.Files.Select(file => file.StoredAs).OfType<string>()];
    }

    private static Task<EventReport?> Find(TurnContext turn, long id) =>
        turn
            .Db.EventReports.Include(report => report.Schools)
            .Include(report => report.Files)
            .Include(report => report.Shares)
            .SingleOrDefaultAsync(report => report.Id == id);

    private static Task Note(TurnContext turn, string what, EventReport report, AnswerSheet sheet) =>
        AuditTrail.Note(
            turn,
            what,
            Reviewing.SubjectOf(report, sheet.Shown(ReportFields.Type)),
            after: sheet[ReportFields.Date]
        );

    /// <summary>The answers alone: where the asking stood is of no use any more.</summary>
    private static string JsonOf(AnswerSheet sheet) =>
        new AnswerSheet
        {
            Answers = sheet.Answers,
            Skipped = sheet.Skipped,
            Versions = sheet.Versions,
            Notes = sheet.Notes.Where(note => note.Key != Mends).ToDictionary(),
        }.ToJson();
}
