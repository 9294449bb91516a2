using CuratorBot.Host.Telegram.BotApi.Wire;
using Telegram.Bot;
using Telegram.Bot.Requests;

namespace CuratorBot.Host.Telegram.BotApi;

public sealed partial class BotApiClient
{
    /// <returns>The id of the new message; the rest of it is not looked at.</returns>
    public ValueTask<BotApiResult<long>> SendMessage(
        SendMessageRequest request,
        CancellationToken cancel = default
    ) => Bot.Call(request, Answers.MessageId, cancel);

    /// <returns>The id of the new message.</returns>
    public ValueTask<BotApiResult<long>> SendPhoto(
        SendPhotoRequest request,
        CancellationToken cancel = default
    ) => Bot.Call(request, Answers.MessageId, cancel);

    /// <returns>The id of the new message.</returns>
    public ValueTask<BotApiResult<long>> SendDocument(
        SendDocumentRequest request,
        CancellationToken cancel = default
    ) => Bot.Call(request, Answers.MessageId, cancel);

    /// <returns>The id of the first message of the album.</returns>
    public async ValueTask<BotApiResult<long>> SendMediaGroup(
        SendMediaGroupRequest request,
        CancellationToken cancel = default
    )
    {
        var sent = await Bot.Call(request, Answers.MessageIds, cancel);
        return sent.Select(ids => ids[0]);
    }

    /// <returns>True; false when the message already read so, which is as good.</returns>
    public ValueTask<BotApiResult<bool>> EditMessageText(
        EditMessageTextRequest request,
        CancellationToken cancel = default
    ) => Do(request, refusal => refusal.IsMessageNotModified, cancel);

    /// <returns>True; false when the buttons already were so.</returns>
    public ValueTask<BotApiResult<bool>> EditMessageReplyMarkup(
        EditMessageReplyMarkupRequest request,
        CancellationToken cancel = default
    ) => Do(request, refusal => refusal.IsMessageNotModified, cancel);

    /// <returns>True; false when the message was gone already.</returns>
    public ValueTask<BotApiResult<bool>> DeleteMessage(
        DeleteMessageRequest request,
        CancellationToken cancel = default
    ) => Do(request, refusal => refusal.IsMessageToDeleteNotFound, cancel);

    /// <returns>True; false (and a warning in the log) when the press is too old for its toast to be shown.</returns>
    public ValueTask<BotApiResult<bool>> AnswerCallbackQuery(
        AnswerCallbackQueryRequest request,
        CancellationToken cancel = default
    ) => Do(request, refusal => refusal.IsQueryTooOld, cancel);

    public ValueTask<BotApiResult<bool>> SendChatAction(
        SendChatActionRequest request,
        CancellationToken cancel = default
    ) => Ask(Bot.SendRequest(request, cancel));
}
