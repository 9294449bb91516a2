using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Events.Review;

/// <summary>What a coordinator decides about a report: it counts, or goes back to its author with a reason.</summary>
public sealed class Reviewing(ReviewOptions options)
{
    /// <summary>
    /// Asks the reviewers about a report that was sent or mended. Where the author herself decides, it is
    /// accepted at once.
    /// </summary>
    /// <param name="notice">Key of what the reviewers are told.</param>
    /// <returns>Whether it waits for somebody.</returns>
    public async Task<bool> Ask(
        TurnContext turn,
        Reply reply,
        EventReport report,
        RichText recap,
        string notice = "report.notice"
    )
    {
        (report.ReviewedBy, report.ReviewedAt, report.ReturnReason, report.ReturnedFor) = (
            null,
            null,
            null,
            null
        );
        report.SentAt = turn.Now;
        (report.State, report.AcceptAt) = (ReviewState.Accepted, null);
        if (Reviewers.IsOver(turn.Who, report))
            return false;
        (report.State, report.AcceptAt) = (ReviewState.Waiting, turn.Now + options.AcceptAfter);
        var told = turn.Text(
            notice,
            ("recap", recap),
            ("author", turn.Who.Name),
            ("role", report.ReporterRole)
        );
        if (await Duplicates.For(turn, report) is { } alike)
            told = RichText.Lines(told, alike);
        if (await UsedPhotos.Note(turn, report) is { } used)
            told = RichText.Lines(told, used);
        await ReviewCards.Send(turn, reply, report, told);
        return true;
    }

    /// <summary>Accepts, once. Whoever comes later is told what was decided.</summary>
    public static async Task<Reply> Accept(TurnContext turn, long reportId)
    {
        if (await Find(turn, reportId) is not { } report)
            return NotYours(turn);
        if (report.State != ReviewState.Waiting)
            return Reply.OnlyToast((await Decision(turn, report)).Text);
        (report.State, report.AcceptAt) = (ReviewState.Accepted, null);
        return await Settle(turn, new Reply(), report, "event.accepted");
    }

    /// <summary>Returns it to its author; null when there is nothing to return any more.</summary>
    /// <param name="key">The answer to be mended; null for the whole.</param>
    public static async Task<Reply?> Return(TurnContext turn, long reportId, string? key, string reason)
    {
        if (await Find(turn, reportId) is not { State: ReviewState.Waiting } report)
            return null;
        (report.State, report.AcceptAt) = (ReviewState.Returned, null);
        (report.ReturnReason, report.ReturnedFor) = (reason, key);
        var reply = await Settle(turn, new Reply(), report, "event.returned");
        reply.Tell(
            report.AuthorId!.Value,
            turn.Say(
                "review.returnedToYou",
                ("what", await WhatOf(turn, report)),
                ("by", turn.Who.Name),
                ("reason", reason)
            ) with
            {
                Choices =
                [
                    [turn.Button("review.mend", ReviewActions.Of(ReviewActions.Mend, report.Id))],
                ],
            }
        );
        return reply;
    }

    /// <summary>The report, if she may decide about it now.</summary>
    public static async Task<EventReport?> Find(TurnContext turn, long reportId) =>
        await turn.Db.EventReports.FindAsync(reportId) is { } report && Reviewers.MayReview(turn.Who, report)
            ? report
            : null;

    public static Reply NotYours(TurnContext turn) => Reply.OnlyToast(turn.Texts.Plain("review.notYours"));

    /// <summary>«✅ Принят: Марья Искусницына».</summary>
    public static async Task<RichText> Decision(TurnContext turn, EventReport report)
    {
        var by = report.ReviewedBy is { } reviewer ? await turn.Db.People.FindAsync(reviewer) : null;
        return by is null
            ? turn.Text($"review.states.{report.State}")
            : turn.Text($"review.decided.{report.State}", ("by", by.Name), ("reason", report.ReturnReason));
    }

    public static AuditSubject SubjectOf(EventReport report, string? title) =>
        new("report", report.Id)
        {
            Title = title,
            SchoolId = report.Schools is [var only] ? only.SchoolId : null,
            MunicipalityId = report.MunicipalityId,
            Region = report.Region,
        };

    private static async Task<Reply> Settle(TurnContext turn, Reply reply, EventReport report, string what)
    {
        (report.ReviewedBy, report.ReviewedAt) = (turn.Who.PersonId, turn.Now);
        await AuditTrail.Note(
            turn,
            what,
            SubjectOf(report, (await turn.Db.EventTypes.FindAsync(report.TypeId))?.Name),
            after: report.ReturnReason
        );
        var decision = await Decision(turn, report);
        var pressed = turn.Pressed?.Message;
        var isRemembered = pressed is null || await turn.Db.ReviewCards.FindAsync(pressed.Id) is not null;
        await ReviewCards.Settle(turn, reply, report.Id, correctionId: null, decision);
        return isRemembered
            ? reply
            : reply
                .Then(OutgoingMessage.WithoutButtons(turn.Ids.Next(), pressed!.Id))
                .Then(turn.Say(decision));
    }

    private static async Task<string> WhatOf(TurnContext turn, EventReport report) =>
        string.Join(
            ", ",
            (await turn.Db.EventTypes.FindAsync(report.TypeId))?.Name ?? report.TypeId,
            ReportDates.Show(turn, report).Text
        );
}
