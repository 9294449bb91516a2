using CuratorBot.Messaging;
using CuratorBot.Texts;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using RichText = CuratorBot.Texts.RichText;

namespace CuratorBot.Host.Telegram;

/// <summary>Our texts and buttons in the words of the Bot API.</summary>
internal static class TelegramMarkup
{
    /// <summary>UTF-16 units that a caption holds.</summary>
    private const int LongestCaption = 1024;

    public static MessageEntity[]? Entities(RichText text) =>
        text.Spans.Count == 0
            ? null
            :
            [
                .. text
                    .Spans.Where(span => span.Offset + span.Length <= text.Length)
                    .Select(span => new MessageEntity
                    {
                        Type = span.Style == Style.Bold ? MessageEntityType.Bold : MessageEntityType.Italic,
                        Offset = span.Offset,
                        Length = span.Length,
                    }),
            ];

    public static string? Caption(RichText text) =>
        text.Length switch
        {
            0 => null,
            > LongestCaption => text.Text[..(LongestCaption - 1)] + "…",
            _ => text.Text,
        };

    public static ReplyMarkup? ReplyMarkup(OutgoingMessage message)
    {
        if (message.AsksContact is { } label)
            return new ReplyKeyboardMarkup
            {
                Keyboard =
                [
                    [new KeyboardButton { Text = label, RequestContact = true }],
                ],
                ResizeKeyboard = true,
                OneTimeKeyboard = true,
            };
        if (message.RemovesContactButton)
            return new ReplyKeyboardRemove();
        return InlineKeyboard(message);
    }

    private static InlineKeyboardButton Button(Choice choice, string data) =>
        new()
        {
            Text = choice.Label,
            CallbackData = choice.Link is null ? data : null,
            Url = choice.Link,
        };

    public static InlineKeyboardMarkup? InlineKeyboard(OutgoingMessage message)
    {
        if (message.Choices.Count == 0)
            return null;
        var place = 0;
        return new InlineKeyboardMarkup
        {
            InlineKeyboard =
            [
                .. message.Choices.Select(row =>
                    (IEnumerable<InlineKeyboardButton>)
                        [.. row.Select(choice => Button(choice, ButtonId.Of(message.Id, place++)))]
                ),
            ],
        };
    }
}
