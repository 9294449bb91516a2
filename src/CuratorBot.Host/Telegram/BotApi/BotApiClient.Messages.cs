using System.Text.Json.Serialization.Metadata;
using CuratorBot.Host.Telegram.BotApi.Requests;
using CuratorBot.Host.Telegram.BotApi.Types;
using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi;

public sealed partial class BotApiClient
{
    private static readonly AnswerReader<Message> AMessage = Answers.Of(BotApiJsonContext.Default.Message);
    private readonly Lazy<BotApiMethod> _sendMessage;

    /// <returns>The id of the new message; the rest of it is not looked at.</returns>
    public ValueTask<BotApiResult<long>> SendMessage(
        SendMessage request,
        CancellationToken cancel = default
    ) => Call(_sendMessage.Value, JsonBody.Of(request), _timeouts.Request, Answers.MessageId, cancel);

    /// <returns>True; false when the message already read so, which is as good.</returns>
    public async ValueTask<BotApiResult<bool>> EditMessageText(
        EditMessageText request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.EditMessageText;
        var result = await Call("editMessageText", request, type, Answers.Done, cancel);
        return result.OkWhen(refusal => refusal.IsMessageNotModified, instead: false);
    }

    /// <returns>True; false when the buttons already were so.</returns>
    public async ValueTask<BotApiResult<bool>> EditMessageReplyMarkup(
        EditMessageReplyMarkup request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.EditMessageReplyMarkup;
        var result = await Call("editMessageReplyMarkup", request, type, Answers.Done, cancel);
        return result.OkWhen(refusal => refusal.IsMessageNotModified, instead: false);
    }

    /// <returns>True; false when the message was gone already.</returns>
    public async ValueTask<BotApiResult<bool>> DeleteMessage(
        DeleteMessage request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.DeleteMessage;
        var result = await Call("deleteMessage", request, type, Answers.Done, cancel);
        return result.OkWhen(refusal => refusal.IsMessageToDeleteNotFound, instead: false);
    }

    /// <returns>True; false (and a warning in the log) when the press is too old for its toast to be shown.</returns>
    public async ValueTask<BotApiResult<bool>> AnswerCallbackQuery(
        AnswerCallbackQuery request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.AnswerCallbackQuery;
        var result = await Call("answerCallbackQuery", request, type, Answers.Done, cancel);
        return result.OkWhen(refusal => refusal.IsQueryTooOld, instead: false);
    }

    public ValueTask<BotApiResult<bool>> SendChatAction(
        SendChatAction request,
        CancellationToken cancel = default
    ) => Call("sendChatAction", request, BotApiJsonContext.Default.SendChatAction, Answers.Done, cancel);

    /// <returns>The message: the file ids in it serve for the next recipients.</returns>
    public ValueTask<BotApiResult<Message>> SendPhoto(
        SendPhoto request,
        CancellationToken cancel = default
    ) => SendFile("sendPhoto", request, BotApiJsonContext.Default.SendPhoto, "photo", request.Photo, cancel);

    /// <returns>The message: the file id in it serves for the next recipients.</returns>
    public ValueTask<BotApiResult<Message>> SendDocument(
        SendDocument request,
        CancellationToken cancel = default
    )
    {
        var type = BotApiJsonContext.Default.SendDocument;
        return SendFile("sendDocument", request, type, "document", request.Document, cancel);
    }

    private ValueTask<BotApiResult<Message>> SendFile<TRequest>(
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
            ? Call(
                Transport.Method(method),
                UploadBody.Of(json, field, upload),
                _timeouts.Transfer,
                AMessage,
                cancel
            )
            : Call(Transport.Method(method), json, _timeouts.Request, AMessage, cancel);
    }
}
