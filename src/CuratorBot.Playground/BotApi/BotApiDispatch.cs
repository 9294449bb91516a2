namespace CuratorBot.Playground.BotApi;

/// <summary>Runs the method that a call names: the table of contents of this Bot API.</summary>
internal sealed class BotApiDispatch(PlaygroundWorld world)
{
    private readonly UpdateMethods _updates = new(world);
    private readonly MessageMethods _messages = new(world);
    private readonly AlbumMethod _albums = new(world);
    private readonly BotMethods _bot = new(world);

    /// <summary>Leaves the whole answer in <paramref name="reply"/>, a refusal as well.</summary>
    public async ValueTask Run(Call call, BotReply reply)
    {
        reply.Begin();
        try
        {
            if (call.Method.Name is "getUpdates")
                await _updates.GetUpdates(call, reply);
            else
                Answer(call, reply);
            reply.End();
        }
        catch (BotApiException refusal)
        {
            reply.Refuse(refusal);
        }
    }

    private void Answer(Call call, BotReply reply)
    {
        switch (call.Method.Name)
        {
            case "sendMessage":
                _messages.Send(call, reply);
                break;
            case "editMessageText":
                _messages.EditText(call, reply);
                break;
            case "editMessageReplyMarkup":
                _messages.EditMarkup(call, reply);
                break;
            case "deleteMessage":
                _messages.Delete(call, reply);
                break;
            case "sendPhoto":
                _messages.SendPhoto(call, reply);
                break;
            case "sendDocument":
                _messages.SendDocument(call, reply);
                break;
            case "sendMediaGroup":
                _albums.Send(call, reply);
                break;
            case "answerCallbackQuery":
                _bot.AnswerPress(call, reply);
                break;
            case "sendChatAction":
                _bot.ChatAction(call, reply);
                break;
            case "getFile":
                _bot.GetFile(call, reply);
                break;
            default:
                AnswerRarely(call, reply);
                break;
        }
    }

    private void AnswerRarely(Call call, BotReply reply)
    {
        switch (call.Method.Name)
        {
            case "getMe":
                _bot.GetMe(reply);
                break;
            case "setMyCommands":
                _bot.SetCommands(call, reply);
                break;
            case "getMyCommands":
                _bot.GetCommands(call, reply);
                break;
            case "setWebhook":
                _updates.SetWebhook(call, reply);
                break;
            case "deleteWebhook":
                _updates.DeleteWebhook(call, reply);
                break;
            case "getWebhookInfo":
                _updates.GetWebhookInfo(reply);
                break;
            default:
                throw BotApiException.NotFound();
        }
    }
}
