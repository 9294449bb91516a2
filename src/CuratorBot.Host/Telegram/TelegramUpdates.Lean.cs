using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CuratorBot.Host.Telegram;

/// <summary>The same of what is left of an update that Telegram.Bot refused.</summary>
public static partial class TelegramUpdates
{
    private static readonly string[] KindsOfContent =
    [
        "sticker",
        "voice",
        "video",
        "video_note",
        "audio",
        "location",
        "poll",
    ];

    private static IncomingMessage? Translate(LeanUpdate update) =>
        update switch
        {
            { Message: { From: not null } message } => Translate(message, isEdit: false),
            { EditedMessage: { From: not null } message } => Translate(message, isEdit: true),
            { CallbackQuery: { Message: { } message } press } => From(Of(message.Chat), Of(press.From)) with
            {
                Kind = IncomingKind.Press,
                MessageId = message.MessageId,
                Pressed = press.Data,
                PressId = press.Id,
            },
            { MyChatMember: { Chat.Type: "private" } change } => Translate(change),
            _ => null,
        };

    private static IncomingMessage Translate(LeanMessage lean, bool isEdit)
    {
        var message = new Message
        {
            From = Of(lean.From!),
            Chat = Of(lean.Chat),
            MediaGroupId = lean.MediaGroupId,
            Text = lean.Text,
            Caption = lean.Caption,
            Photo = lean.Photo?.Select(Of<PhotoSize>).ToArray(),
            Document = lean.Document is { } document ? Of(document) : null,
            Contact = lean.Contact is { PhoneNumber: { } phone } contact
                ? new Contact { PhoneNumber = phone, UserId = contact.UserId }
                : null,
        };
        var incoming = Translate(message, isEdit) with
        {
            MessageId = lean.MessageId,
            IsForwarded = lean.ForwardOrigin is not null,
        };
        return incoming.Kind == IncomingKind.Unsupported ? incoming with { Text = KindOf(lean) } : incoming;
    }

    private static IncomingMessage? Translate(LeanChange change) =>
        change.NewChatMember?.Status switch
        {
            "kicked" or "left" => From(Of(change.Chat), Of(change.From)) with { Kind = IncomingKind.Blocked },
            "member" => From(Of(change.Chat), Of(change.From)) with { Kind = IncomingKind.Unblocked },
            _ => null,
        };

    private static User Of(LeanPerson person) => new() { Id = person.Id };

    private static Chat Of(LeanChat chat) =>
        new() { Id = chat.Id, Type = chat.Type == "private" ? ChatType.Private : default };

    private static Document Of(LeanFile file)
    {
        var document = Of<Document>(file);
        (document.FileName, document.MimeType) = (file.FileName, file.MimeType);
        return document;
    }

    private static TFile Of<TFile>(LeanFile file)
        where TFile : FileBase, new() =>
        new()
        {
            FileId = file.FileId,
            FileUniqueId = file.FileUniqueId ?? file.FileId,
            FileSize = file.FileSize,
        };

    private static string KindOf(LeanMessage message) =>
        Array.Find(KindsOfContent, kind => message.Rest?.ContainsKey(kind) is true) ?? "other";
}
