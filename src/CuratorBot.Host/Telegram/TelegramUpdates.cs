using System.Text;
using System.Text.Json;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Host.Telegram.BotApi.Wire;
using CuratorBot.Messaging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CuratorBot.Host.Telegram;

/// <summary>Updates of the Bot API in our words. Each is read on its own; a damaged one is kept as it came.</summary>
public static partial class TelegramUpdates
{
    /// <summary>What we ask Telegram for.</summary>
    public static readonly UpdateType[] Wanted =
    [
        UpdateType.Message,
        UpdateType.EditedMessage,
        UpdateType.CallbackQuery,
        UpdateType.MyChatMember,
    ];

    /// <summary>Null when there is no number by which a damaged update could be told apart.</summary>
    public static ReceivedUpdate? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var update = BotApiJson.ParseUpdate(json);
            return Received(update.Id, Translate(update));
        }
        catch (JsonException)
        {
            return ReadLean(json);
        }
    }

    private static ReceivedUpdate? ReadLean(ReadOnlySpan<byte> json)
    {
        try
        {
            var update = BotApiJson.ParseLean(json);
            return Received(update.UpdateId, Translate(update));
        }
        catch (Exception error) when (TelegramJson.IsOfParser(error))
        {
            return BotApiJson.TryReadUpdateId(json, out var id)
                ? new ReceivedUpdate(
                    TelegramChannel.ChannelName,
                    id,
                    0,
                    null,
                    Encoding.UTF8.GetString(json),
                    $"unreadable at {(error as JsonException)?.Path}"
                )
                : null;
        }
    }

    private static ReceivedUpdate Received(long id, IncomingMessage? message) =>
        new(TelegramChannel.ChannelName, id, message?.AccountId ?? 0, message);

    /// <summary>Null when nobody is to be answered: a channel post, a change of somebody else's rights.</summary>
    private static IncomingMessage? Translate(Update update) =>
        update switch
        {
            { Message: { From: not null } message } => Translate(message, isEdit: false),
            { EditedMessage: { From: not null } message } => Translate(message, isEdit: true),
            { CallbackQuery: { } press } => Translate(press),
            { MyChatMember: { Chat.Type: ChatType.Private } change } => Translate(change),
            _ => null,
        };

    private static IncomingMessage Translate(Message message, bool isEdit)
    {
        var incoming = From(message.Chat, message.From!) with
        {
            MessageId = message.Id,
            IsEdit = isEdit,
            IsForwarded = message.ForwardOrigin is not null,
        };
        if (message.Text is { } text)
            return incoming with { Text = text };
        incoming = incoming with { Text = message.Caption, AlbumId = message.MediaGroupId };
        if (message.Photo is [.., var photo])
            return incoming with { Kind = IncomingKind.Photo, File = FileOf(photo, null, "image/jpeg") };
        if (message.Document is { } document)
            return incoming with
            {
                Kind = IncomingKind.Document,
                File = FileOf(document, document.FileName, document.MimeType),
            };
        if (message.Contact is { PhoneNumber: { } phone } contact)
            return incoming with
            {
                Kind = IncomingKind.Contact,
                Contact = new IncomingContact(phone, contact.UserId),
            };
        return incoming with { Kind = IncomingKind.Unsupported, Text = KindOf(message) };
    }

    private static IncomingMessage? Translate(CallbackQuery press) =>
        press.Message is not { } message
            ? null
            : From(message.Chat, press.From) with
            {
                Kind = IncomingKind.Press,
                MessageId = message.Id,
                Pressed = press.Data,
                PressId = press.Id,
            };

    private static IncomingMessage? Translate(ChatMemberUpdated change) =>
        change.NewChatMember?.Status switch
        {
            ChatMemberStatus.Kicked or ChatMemberStatus.Left => From(change.Chat, change.From) with
            {
                Kind = IncomingKind.Blocked,
            },
            ChatMemberStatus.Member => From(change.Chat, change.From) with { Kind = IncomingKind.Unblocked },
            _ => null,
        };

    private static IncomingMessage From(Chat chat, User sender) =>
        new()
        {
            Channel = TelegramChannel.ChannelName,
            AccountId = sender.Id,
            ChatId = chat.Id,
            InGroup = chat.Type != ChatType.Private,
        };

    private static IncomingFile FileOf(FileBase file, string? name, string? mimeType) =>
        new(file.FileId, file.FileUniqueId ?? file.FileId, name, mimeType, file.FileSize);

    private static string KindOf(Message message) =>
        message switch
        {
            { Sticker: not null } => "sticker",
            { Voice: not null } => "voice",
            { Video: not null } => "video",
            { VideoNote: not null } => "video_note",
            { Audio: not null } => "audio",
            { Location: not null } => "location",
            { Poll: not null } => "poll",
            _ => "other",
        };
}
