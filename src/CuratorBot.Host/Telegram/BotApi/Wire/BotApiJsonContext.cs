using System.Text.Json.Serialization;
using CuratorBot.Host.Telegram.BotApi.Requests;
using CuratorBot.Host.Telegram.BotApi.Types;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Types.File))]
[JsonSerializable(typeof(WebhookInfo))]
[JsonSerializable(typeof(ReplyMarkup))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(NoParameters))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(DeleteWebhook))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditMessageReplyMarkup))]
[JsonSerializable(typeof(DeleteMessage))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(SendChatAction))]
[JsonSerializable(typeof(SendPhoto))]
[JsonSerializable(typeof(SendDocument))]
[JsonSerializable(typeof(GetFile))]
internal sealed partial class BotApiJsonContext : JsonSerializerContext;
