using CuratorBot.Data;
using CuratorBot.Messaging.Sending;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Messaging;

/// <summary>The end of a card that lies in a chat: a line below it says what became of it, and its buttons go.</summary>
public static class CardEnd
{
    /// <summary>The edit that ends it. Of a card whose text is not kept any more only the buttons go.</summary>
    public static async Task<OutgoingMessage> Of(
        CuratorBotDb db,
        IdGenerator ids,
        long outboxId,
        RichText said
    )
    {
        var row = await db.Outbox.AsNoTracking().SingleOrDefaultAsync(row => row.Id == outboxId);
        var text = row is null ? RichText.Empty : Outbox.Read(row).Text;
        return new OutgoingMessage
        {
            Id = ids.Next(),
            Kind = text.Length > 0 ? OutgoingKind.Edit : OutgoingKind.EditChoices,
            Target = outboxId,
            Text = text.Length > 0 ? RichText.Lines(text, "", said) : text,
        };
    }
}
