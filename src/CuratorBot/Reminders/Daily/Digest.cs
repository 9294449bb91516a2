using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;

namespace CuratorBot.Reminders.Daily;

/// <summary>Everything that one person must hear this morning, as one message.</summary>
public sealed class Digest(CardText cardText, IdGenerator ids, TextCatalogue texts)
{
    /// <summary>Adds the rows of its lines to the context; returns what is to be sent.</summary>
    public IEnumerable<OutboxRow> Write(
        CuratorBotDb db,
        ChannelAccount account,
        IReadOnlyCollection<CardLine> due,
        Morning morning,
        CardFacts facts,
        DateTimeOffset now
    )
    {
        var today = morning.Today(now);
        var lines = Ordered(due, facts).Take(Card.MostLines).ToList();
        var card = new Card(lines, today, due.Count - lines.Count);
        var message = new OutgoingMessage
        {
            Id = ids.Next(),
            Text = cardText.Text(card, facts),
            Choices = cardText.Choices(card),
            GoodUntil = morning.EndOfDay(now),
        };
        db.ReminderCards.AddRange(
            lines.Select((line, order) => Row(message.Id, account.PersonId, line, order, card))
        );
        return Postman
            .Parts(message, ids, texts)
            .Select(part =>
                Postman.RowFor(account.Channel, account.ChatId, account.PersonId, Lane.Broadcast, part, now)
            );
    }

    /// <summary>What she owes, what her colleagues owe, what others owe; the earliest date first.</summary>
    private static IEnumerable<CardLine> Ordered(IEnumerable<CardLine> lines, CardFacts facts) =>
        lines
            .OrderBy(line => line.Part)
            .ThenBy(line => line.Obligation.DueOn)
            .ThenBy(line => facts.TaskOf(line.Obligation).Order)
            .ThenBy(line => facts.OwnerOf(line.Obligation), StringComparer.Ordinal);

    private static ReminderCard Row(long outboxId, long personId, CardLine line, int order, Card card) =>
        new()
        {
            OutboxId = outboxId,
            ObligationId = line.Obligation.Id,
            PersonId = personId,
            Order = order,
            AsOf = card.AsOf,
            Standing = line.Standing,
            DueOn = line.Obligation.DueOn,
            More = card.More,
            AskedBy = line.AskedBy,
        };
}
