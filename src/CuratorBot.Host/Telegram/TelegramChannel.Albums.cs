using CuratorBot.Messaging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace CuratorBot.Host.Telegram;

/// <summary>Several files as one.</summary>
public sealed partial class TelegramChannel
{
    private async ValueTask<DeliveryOutcome> SendAlbum(
        long chatId,
        IReadOnlyList<OutgoingMessage> parts,
        CancellationToken cancellation
    )
    {
        var opened = new List<Stream>();
        try
        {
            var media = new List<IAlbumInputMedia>();
            foreach (var part in parts)
            {
                var content = OpenFile(part);
                if (content is not null)
                    opened.Add(content);
                if (ToSend(part, content) is not { } file)
                    return FileIsGone;
                media.Add(PartOf(part, file));
            }
            var request = new SendMediaGroupRequest { ChatId = chatId, Media = media };
            return Outcome(await api.SendMediaGroup(request, cancellation));
        }
        finally
        {
            foreach (var content in opened)
                await content.DisposeAsync();
        }
    }

    private static IAlbumInputMedia PartOf(OutgoingMessage part, InputFile file)
    {
        var (caption, entities) = (TelegramMarkup.Caption(part.Text), TelegramMarkup.Entities(part.Text));
        return part.Kind == OutgoingKind.Photo
            ? new InputMediaPhoto(file) { Caption = caption, CaptionEntities = entities }
            : new InputMediaDocument(file) { Caption = caption, CaptionEntities = entities };
    }
}
