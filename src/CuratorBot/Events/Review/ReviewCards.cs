using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Events.Listing;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Review;

/// <summary>Shows reviewers what waits for them, and all of them what became of it.</summary>
internal static class ReviewCards
{
    public static async Task Send(TurnContext turn, Reply reply, EventReport report, RichText text)
    {
        foreach (var reviewer in await Reviewers.Of(turn.Db, report))
            reply.Tell(reviewer, Card(turn, report, text, reviewer));
    }

    /// <summary>Asks her about a report, and remembers where.</summary>
    public static OutgoingMessage Card(TurnContext turn, EventReport report, RichText text, long reviewer) =>
        Remember(
            turn,
            reviewer,
            report.Id,
            correctionId: null,
            turn.Say(text) with
            {
                Choices =
                [
                    [
                        turn.Button("review.accept", ReviewActions.Of(ReviewActions.Accept, report.Id)),
                        turn.Button("review.return", ReviewActions.Of(ReviewActions.Return, report.Id)),
                    ],
                    [turn.Button("report.open", EventsAction.Card(report.Id))],
                ],
            }
        );

    public static async Task SendCorrection(
        TurnContext turn,
        Reply reply,
        EventReport report,
        ReportCorrection correction,
        RichText text
    )
    {
        foreach (var reviewer in await Reviewers.Of(turn.Db, report))
            reply.Tell(
                reviewer,
                Remember(
                    turn,
                    reviewer,
                    report.Id,
                    correction.Id,
                    turn.Say(text) with
                    {
                        Choices =
                        [
                            [
                                turn.Button(
                                    "review.acceptCorrection",
                                    ReviewActions.Of(ReviewActions.AcceptCorrection, correction.Id)
                                ),
                                turn.Button(
                                    "review.declineCorrection",
                                    ReviewActions.Of(ReviewActions.DeclineCorrection, correction.Id)
                                ),
                            ],
                            [turn.Button("report.open", EventsAction.Card(report.Id))],
                        ],
                    }
                )
            );
    }

    /// <summary>Says in every card what was decided and takes the buttons away.</summary>
    public static async Task Settle(
        TurnContext turn,
        Reply reply,
        long reportId,
        long? correctionId,
        RichText said
    )
    {
        foreach (var (person, edit) in await Settled(turn.Db, turn.Ids, reportId, correctionId, said))
            reply.Tell(person, edit, person == turn.Who.PersonId ? Lane.Reply : Lane.Broadcast);
    }

    /// <summary>The edits of all cards, which are forgotten with it.</summary>
    public static async Task<IReadOnlyList<(long PersonId, OutgoingMessage Edit)>> Settled(
        CuratorBotDb db,
        IdGenerator ids,
        long reportId,
        long? correctionId,
        RichText said
    )
    {
        var edits = new List<(long, OutgoingMessage)>();
        var cards = await db
            .ReviewCards.Where(card => card.ReportId == reportId && card.CorrectionId == correctionId)
            .OrderBy(card => card.OutboxId)
            .ToListAsync();
        foreach (var card in cards)
        {
            edits.Add((card.PersonId, await CardEnd.Of(db, ids, card.OutboxId, said)));
            db.Remove(card);
        }
        return edits;
    }

    private static OutgoingMessage Remember(
        TurnContext turn,
        long reviewer,
        long reportId,
        long? correctionId,
        OutgoingMessage card
    )
    {
        turn.Db.ReviewCards.Add(
            new ReviewCard
            {
                OutboxId = card.Id,
                PersonId = reviewer,
                ReportId = reportId,
                CorrectionId = correctionId,
            }
        );
        return card;
    }
}
