using System.Text.Json;
using CuratorBot.Data;
using CuratorBot.Messaging.Sending;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Messaging;

/// <summary>Turns what is to be said into rows of the outbox. A message has one row: nobody hears it twice.</summary>
public static class Postman
{
    public static OutboxRow RowFor(
        string channel,
        long chatId,
        long? personId,
        Lane lane,
        OutgoingMessage message,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = message.Id,
            Channel = channel,
            ChatId = chatId,
            PersonId = personId,
            Lane = lane,
            Body = Write(message),
            CreatedAt = now,
        };

    /// <summary>
    /// The row of an answer that changed nothing. It is written only once it is sent, and then without the
    /// text: of such an answer only what its buttons do is needed again.
    /// </summary>
    public static OutboxRow RowForAnswer(
        string channel,
        long chatId,
        OutgoingMessage message,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = message.Id,
            Channel = channel,
            ChatId = chatId,
            Lane = Lane.Reply,
            Body = "",
            CreatedAt = now,
        };

    public static string BodyOfAnswer(OutgoingMessage message) =>
        Write(message with { Text = RichText.Empty });

    public static string Write(OutgoingMessage message) =>
        JsonSerializer.Serialize(message, MessagingJson.Readable.OutgoingMessage);

    /// <summary>
    /// The row for a person: at the first of her accounts that can be reached. An edit goes where the edited
    /// message went. Empty when she cannot be reached.
    /// </summary>
    public static async Task<IReadOnlyList<OutboxRow>> RowsFor(
        CuratorBotDb db,
        long personId,
        Lane lane,
        OutgoingMessage message,
        DateTimeOffset now
    )
    {
        if (message.Target is { } target)
        {
            var edited = await db
                .Outbox.Where(row => row.Id == target)
                .Select(row => new { row.Channel, row.ChatId })
                .SingleOrDefaultAsync();
            return edited is null
                ? []
                : [RowFor(edited.Channel, edited.ChatId, personId, lane, message, now)];
        }
        var first = await db
            .ChannelAccounts.AsNoTracking()
            .Where(account => account.PersonId == personId && account.UnreachableBecause == null)
            .OrderBy(account => account.Id)
            .FirstOrDefaultAsync();
        return first is null ? [] : [RowFor(first.Channel, first.ChatId, personId, lane, message, now)];
    }

    /// <summary>Stores rows in the transaction and hands them on once it is on disk.</summary>
    public static void Send(WriteScope scope, Outbox outbox, IReadOnlyList<OutboxRow> rows)
    {
        if (rows.Count == 0)
            return;
        foreach (var row in rows)
            scope.Messages.Add(row);
        scope.AfterCommit(() => outbox.Enqueue(rows));
    }

    /// <summary>
    /// A long text as several messages with the buttons under the last. The button for sharing a number lies
    /// below the typing line, where it cannot stand together with others: it comes in a message of its own.
    /// </summary>
    public static IEnumerable<OutgoingMessage> Parts(
        OutgoingMessage message,
        IdGenerator ids,
        TextCatalogue texts
    )
    {
        if (message is { AsksContact: { } label, Choices.Count: > 0 })
            return
            [
                .. TextParts(message with { AsksContact = null }, ids),
                new OutgoingMessage
                {
                    Id = ids.Next(),
                    Text = texts.Get("messaging.shareContact", ("label", label)),
                    AsksContact = label,
                },
            ];
        return TextParts(message, ids);
    }

    private static IEnumerable<OutgoingMessage> TextParts(OutgoingMessage message, IdGenerator ids)
    {
        var texts = MessageSplitter.Split(message.Text);
        for (var part = 0; part < texts.Count - 1; part++)
            yield return message with
            {
                Id = ids.Next(),
                Text = texts[part],
                Choices = [],
                AsksContact = null,
                StateOf = null,
                RemarkLength = 0,
            };
        yield return message with
        {
            Text = texts[^1],
            RemarkLength = texts.Count == 1 ? message.RemarkLength : 0,
        };
    }
}
