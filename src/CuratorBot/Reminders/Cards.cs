using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Reminders;

/// <summary>The reminders that lie in chats.</summary>
public sealed class Cards(CardText cardText)
{
    private const int AtOnce = 500;

    /// <summary>The id of the first message of the card that was pressed, also when it was edited since.</summary>
    public static long? PressedId(TurnContext turn) =>
        turn.Pressed?.Message is { } message ? message.Target ?? message.Id : null;

    public static Task<bool> IsCard(CuratorBotDb db, long messageId) =>
        db.ReminderCards.AnyAsync(row => row.OutboxId == messageId);

    /// <summary>Edits every card that shows one of these obligations, at anyone, to say what is true of it now.</summary>
    /// <remarks>They are read from the context, so what was changed of them need not be saved yet.</remarks>
    public async Task<Reply> Redraw(TurnContext turn, IReadOnlyCollection<long> changed)
    {
        var edits = Reply.Nothing;
        var done = new HashSet<long>();
        foreach (var chunk in changed.Chunk(AtOnce))
            await Redraw(turn, chunk, edits, done);
        return edits;
    }

    private async Task Redraw(TurnContext turn, long[] changed, Reply edits, HashSet<long> done)
    {
        var rows = (await RowsBeside(turn.Db, changed)).Where(row => !done.Contains(row.OutboxId)).ToList();
        var ids = rows.Select(row => row.ObligationId).Distinct().ToList();
        var obligations = await turn
            .Db.Obligations.Where(row => EF.Parameter(ids).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        var facts = await CardFacts.Of(turn.Db, obligations.Values, rows.Select(row => row.AskedBy));
        foreach (var card in rows.GroupBy(row => row.OutboxId).OrderBy(card => card.Key))
        {
            var lane = card.Key == PressedId(turn) ? Lane.Reply : Lane.Broadcast;
            edits.Tell(card.First().PersonId, Edit(turn, card, obligations, facts), lane);
            done.Add(card.Key);
        }
    }

    /// <summary>Takes what is no longer hers out of a person's cards, with its buttons; what is left stays.</summary>
    public async Task<Reply> TakeAway(TurnContext turn, long personId, IReadOnlyCollection<long> obligations)
    {
        var gone = await turn
            .Db.ReminderCards.Where(row =>
                row.PersonId == personId && EF.Parameter(obligations).Contains(row.ObligationId)
            )
            .ToListAsync();
        turn.Db.ReminderCards.RemoveRange(gone);
        await turn.Db.SaveChangesAsync();
        var edits = Reply.Nothing;
        foreach (var id in gone.Select(row => row.OutboxId).Distinct().Order())
            edits.Tell(personId, await WhatIsLeft(turn, id));
        return edits;
    }

    private async Task<OutgoingMessage> WhatIsLeft(TurnContext turn, long cardId)
    {
        var rows = await turn
            .Db.ReminderCards.AsNoTracking()
            .Where(row => row.OutboxId == cardId)
            .ToListAsync();
        if (rows.Count == 0)
            return OutgoingMessage.WithoutButtons(turn.Ids.Next(), cardId);
        var ids = rows.Select(row => row.ObligationId).ToList();
        var obligations = await turn
            .Db.Obligations.Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        var facts = await CardFacts.Of(turn.Db, obligations.Values, rows.Select(row => row.AskedBy));
        var card = rows.OrderBy(row => row.Order).GroupBy(row => row.OutboxId).Single();
        return Edit(turn, card, obligations, facts);
    }

    private OutgoingMessage Edit(
        TurnContext turn,
        IGrouping<long, ReminderCard> rows,
        Dictionary<long, Obligation> obligations,
        CardFacts facts
    )
    {
        var card = new Card(
            [
                .. rows.Select(row => new CardLine(obligations[row.ObligationId], row.Standing)
                {
                    SaidDueOn = row.DueOn,
                    AskedBy = row.AskedBy,
                }),
            ],
            rows.First().AsOf,
            rows.First().More
        );
        return new OutgoingMessage
        {
            Id = turn.Ids.Next(),
            Kind = OutgoingKind.Edit,
            Target = rows.Key,
            Text = cardText.Text(card, facts),
            Choices = cardText.Choices(card),
        };
    }

    private static async Task<List<ReminderCard>> RowsBeside(CuratorBotDb db, long[] obligations)
    {
        var cards = await (
            from card in db.ReminderCards
            where EF.Parameter(obligations).Contains(card.ObligationId)
            join message in db.Outbox on card.OutboxId equals message.Id
            where message.State == OutboxState.Waiting || message.State == OutboxState.Sent
            select card.OutboxId
        )
            .Distinct()
            .ToListAsync();
        return await db
            .ReminderCards.AsNoTracking()
            .Where(row => EF.Parameter(cards).Contains(row.OutboxId))
            .OrderBy(row => row.OutboxId)
            .ThenBy(row => row.Order)
            .ToListAsync();
    }
}
