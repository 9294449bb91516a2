using System.Text.Json.Serialization.Metadata;
using CuratorBot.Host.Telegram.BotApi.Requests;
using CuratorBot.Host.Telegram.BotApi.Types;
using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi;

public sealed partial class BotApiClient
{
    private static readonly AnswerReader<Message> AMessage = Answers.Of(BotApiJsonContext.Default.Message);
    private readonly Lazy<BotApiMethod> sendMessage;

    /// <returns>The id of the new message; the rest of it is not looked at.</returns>
    public ValueTask<BotApiResult<long>> SendMessageAsync(
        SendMessage request,
        CancellationToken cancel = default
    ) => CallAsync(sendMessage.Value, JsonBody.Of(request), timeouts.Request, Answers.MessageId, cancel);

    /// <returns>True; false when the message already read so, which is as good.</returns>
    public async ValueTask<BotApiResult<bool>> EditMessageTextAsync(
        EditMessageText request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.EditMessageText;
        var result = await CallAsync("editMessageText", request, type, Answers.Done, cancel);
        return result.OkWhen(refusal => refusal.IsMessageNotModified, instead: false);
    }

    /// <returns>True; false when the buttons already were so.</returns>
    public async ValueTask<BotApiResult<bool>> EditMessageReplyMarkupAsync(
        EditMessageReplyMarkup request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.EditMessageReplyMarkup;
        var result = await CallAsync("editMessageReplyMarkup", request, type, Answers.Done, cancel);
        return result.OkWhen(refusal => refusal.IsMessageNotModified, instead: false);
    }

    /// <returns>True; false when the message was gone already.</returns>
    public async ValueTask<BotApiResult<bool>> DeleteMessageAsync(
        DeleteMessage request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.DeleteMessage;
        var result = await CallAsync("deleteMessage", request, type, Answers.Done, cancel);
        return result.OkWhen(refusal => refusal.IsMessageToDeleteNotFound, instead: false);
    }

    /// <returns>True; false (and a warning in the log) when the press is too old for its toast to be shown.</returns>
    public async ValueTask<BotApiResult<bool>> AnswerCallbackQueryAsync(
        AnswerCallbackQuery request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.AnswerCallbackQuery;
        var result = await CallAsync("answerCallbackQuery", request, type, Answers.Done, cancel);
        return result.OkWhen(refusal => refusal.IsQueryTooOld, instead: false);
    }

    public ValueTask<BotApiResult<bool>> SendChatActionAsync(
        SendChatAction request,
        CancellationToken cancel = default
    ) => CallAsync("sendChatAction", request, BotApiJsonContext.Default.SendChatAction, Answers.Done, cancel);

    /// <returns>The message: the file ids in it serve for the next recipients.</returns>
    public ValueTask<BotApiResult<Message>> SendPhotoAsync(
        SendPhoto request,
        CancellationToken cancel = default
    ) =>
        SendFileAsync(
            "sendPhoto",
            request,
            BotApiJsonContext.Default.SendPhoto,
            "photo",
            request.Photo,
            cancel
        );

    /// <returns>The message: the file id in it serves for the next recipients.</returns>
    public ValueTask<BotApiResult<Message>> SendDocumentAsync(
        SendDocument request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.SendDocument;
        return SendFileAsync("sendDocument", request, type, "document", request.Document, cancel);
    }

    private ValueTask<BotApiResult<Message>> SendFileAsync<TRequest>(
        string method,
        TRequest request,
        JsonTypeInfo<TRequest> type,
        string field,
        InputFile file,
        CancellationToken cancel
    )
    {
        var json = JsonBody.Of(request, type);
        return file is InputFile.Upload upload
            ? CallAsync(
                Transport.Method(method),
                UploadBody.Of(json, field, upload),
                timeouts.Transfer,
                AMessage,
                cancel
            )
            : CallAsync(Transport.Method(method), json, timeouts.Request, AMessage, cancel);
    }
}
