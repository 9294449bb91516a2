using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Advice;

/// <summary>The messages in which a request can be answered, and what they say when it needs no answer any more.</summary>
internal static class HelpCards
{
    /// <summary>A message to somebody who may answer, with the button for it.</summary>
    public static OutgoingMessage About(TurnContext turn, HelpRequest request, long helper, RichText text)
    {
        var card = turn.Say(text) with
        {
            Choices =
            [
                [turn.Button("advice.write", $"{AdviceActions.Write}:{request.Id}")],
            ],
        };
        turn.Db.Add(
            new HelpCard
            {
                OutboxId = card.Id,
                RequestId = request.Id,
                PersonId = helper,
            }
        );
        return card;
    }

    /// <summary>Says under the cards what became of it, and takes their buttons; in a reminder, that of its line.</summary>
    public static async Task<Reply> Close(TurnContext turn, HelpRequest request, RichText said)
    {
        var cards = await turn
            .Db.HelpCards.Where(card => card.RequestId == request.Id)
            .OrderBy(card => card.OutboxId)
            .ToListAsync();
        var edits = Reply.Nothing;
        foreach (var card in cards)
            edits.Tell(
                card.PersonId,
                card.Number is null
                    ? await Closed(turn, card, said)
                    : await HelpReminder.Anew(turn, card.OutboxId, card.PersonId)
            );
        return edits;
    }

    private static Task<OutgoingMessage> Closed(TurnContext turn, HelpCard card, RichText said)
    {
        turn.Db.Remove(card);
        return CardEnd.Of(turn.Db, turn.Ids, card.OutboxId, said);
    }
}
