using CuratorBot.Files;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace CuratorBot.Host.Telegram;

/// <summary>Says through the Bot API what the bot wants said.</summary>
public sealed partial class TelegramChannel(BotApiClient api, FileStore files) : IChannel
{
    public const string ChannelName = "telegram";

    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    private static readonly DeliveryOutcome NoSuchMessage = new DeliveryOutcome.Rejected("no such message");

    public string Name => ChannelName;

    public ValueTask<DeliveryOutcome> Deliver(
        long chatId,
        OutgoingMessage message,
        long? targetMessageId,
        CancellationToken cancellation
    ) =>
        message.Kind switch
        {
            // No message of Telegram has such a number.
            OutgoingKind.Edit or OutgoingKind.EditChoices when targetMessageId > int.MaxValue =>
                ValueTask.FromResult(NoSuchMessage),
            OutgoingKind.Send => Send(chatId, message, cancellation),
            OutgoingKind.Edit => Edit(chatId, message, targetMessageId!.Value, cancellation),
            OutgoingKind.EditChoices => EditChoices(chatId, message, targetMessageId!.Value, cancellation),
            OutgoingKind.Photo => SendPhoto(chatId, message, cancellation),
            OutgoingKind.Document => SendDocument(chatId, message, cancellation),
            OutgoingKind.Album => SendAlbum(chatId, message.Album!, cancellation),
            OutgoingKind.Menu => SetMenu(chatId, message, cancellation),
            _ => throw new ArgumentOutOfRangeException(
                nameof(message),
                message.Kind,
                "Unknown kind of message."
            ),
        };

    public async ValueTask<DeliveryOutcome> AnswerPress(
        string pressId,
        string? toast,
        CancellationToken cancellation
    )
    {
        var answer = new AnswerCallbackQueryRequest { CallbackQueryId = pressId, Text = toast };
        return Outcome(await api.AnswerCallbackQuery(answer, cancellation));
    }

    private async ValueTask<DeliveryOutcome> Send(
        long chatId,
        OutgoingMessage message,
        CancellationToken cancellation
    )
    {
        var request = new SendMessageRequest
        {
            ChatId = chatId,
            Text = message.Text.Text,
            Entities = TelegramMarkup.Entities(message.Text),
            LinkPreviewOptions = NoPreview,
            ReplyMarkup = TelegramMarkup.ReplyMarkup(message),
        };
        return Outcome(await api.SendMessage(request, cancellation));
    }

    private async ValueTask<DeliveryOutcome> Edit(
        long chatId,
        OutgoingMessage message,
        long messageId,
        CancellationToken cancellation
    )
    {
        var request = new EditMessageTextRequest
        {
            ChatId = chatId,
            MessageId = (int)messageId,
            Text = message.Text.Text,
            Entities = TelegramMarkup.Entities(message.Text),
            LinkPreviewOptions = NoPreview,
            ReplyMarkup = TelegramMarkup.InlineKeyboard(message),
        };
        return Outcome(await api.EditMessageText(request, cancellation), messageId);
    }

    private async ValueTask<DeliveryOutcome> EditChoices(
        long chatId,
        OutgoingMessage message,
        long messageId,
        CancellationToken cancellation
    )
    {
        var request = new EditMessageReplyMarkupRequest
        {
            ChatId = chatId,
            MessageId = (int)messageId,
            ReplyMarkup = TelegramMarkup.InlineKeyboard(message),
        };
        return Outcome(await api.EditMessageReplyMarkup(request, cancellation), messageId);
    }

    private async ValueTask<DeliveryOutcome> SetMenu(
        long chatId,
        OutgoingMessage message,
        CancellationToken cancellation
    )
    {
        var request = new SetMyCommandsRequest
        {
            Commands =
            [
                .. message.Menu.Select(item => new BotCommand
                {
                    Command = item.Name,
                    Description = item.Description,
                }),
            ],
            Scope = new BotCommandScopeChat { ChatId = chatId },
        };
        // A menu for somebody who has not begun yet is no proof that she cannot be reached.
        var outcome = Outcome(await api.SetMyCommands(request, cancellation));
        return outcome is DeliveryOutcome.Unreachable unreachable
            ? new DeliveryOutcome.Rejected(unreachable.Reason)
            : outcome;
    }

    private static DeliveryOutcome Outcome(BotApiResult<bool> result, long? messageId = null) =>
        result.Failure is { } failure ? Outcome(failure) : new DeliveryOutcome.Delivered(messageId);

    private static DeliveryOutcome Outcome(BotApiResult<long> sent) =>
        sent.TryGet(out var messageId, out var failure)
            ? new DeliveryOutcome.Delivered(messageId)
            : Outcome(failure);

    private static DeliveryOutcome Outcome(BotApiFailure failure) =>
        failure switch
        {
            BotApiFailure.RetryAfter retry => new DeliveryOutcome.RetryAfter(retry.Delay),
            BotApiFailure.Unreachable unreachable => new DeliveryOutcome.Unreachable(
                unreachable.Reason.ToString()
            ),
            BotApiFailure.MovedTo moved => new DeliveryOutcome.MovedTo(moved.ChatId),
            // A refused token or a second poller says nothing of the message: keep it until that is mended.
            BotApiFailure.Rejected { IsTokenRefused: true } or BotApiFailure.Rejected { IsConflict: true } =>
                new DeliveryOutcome.NotSent(failure.Kind),
            BotApiFailure.Rejected rejected => new DeliveryOutcome.Rejected(rejected.Reason),
            BotApiFailure.Ambiguous ambiguous => new DeliveryOutcome.Ambiguous(ambiguous.Why),
            BotApiFailure.Failed failed => new DeliveryOutcome.NotSent($"HTTP {failed.Code}"),
            BotApiFailure.NotSent notSent => new DeliveryOutcome.NotSent(notSent.Why),
            _ => throw new ArgumentOutOfRangeException(nameof(failure), failure.Kind, "Unknown failure."),
        };
}
