using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Phones;

namespace CuratorBot.Playground.BotApi;

/// <summary>sendMessage and what may be done to a message later.</summary>
internal sealed class MessageMethods(PlaygroundWorld world)
{
    public void Send(Call call, BotReply reply)
    {
        var chatId = call.RequiredChat();
        var (text, entities) = FormattedText.Message(call);
        var markup = Keyboard.Read(call);
        var message = world.FromBot(
            chatId,
            draft => draft with { Text = text, Entities = entities, ReplyMarkup = markup }
        );
        world.Json.Message(reply.Json, world.Chats.Find(chatId), message);
    }

    public void SendPhoto(Call call, BotReply reply) => SendFile(call, reply, "photo", AttachmentKind.Photo);

    public void SendDocument(Call call, BotReply reply) =>
        SendFile(call, reply, "document", AttachmentKind.Document);

    public void EditText(Call call, BotReply reply)
    {
        var (text, entities) = FormattedText.Message(call);
        var markup = Keyboard.Read(call);
        Edit(
            call,
            reply,
            old => WithText(old) with { Text = text, Entities = entities, ReplyMarkup = markup }
        );
    }

    public void EditMarkup(Call call, BotReply reply)
    {
        var markup = Keyboard.Read(call);
        Edit(call, reply, old => old with { ReplyMarkup = markup });
    }

    public void Delete(Call call, BotReply reply)
    {
        var chatId = call.RequiredChat();
        var messageId = call.Number("message_id") ?? 0;
        lock (world.Chats.Gate)
        {
            var chat = world.Chats.ForBot(chatId);
            var index = chat?.IndexOf(messageId) ?? -1;
            if (index < 0)
                throw BotApiException.BadRequest("message to delete not found");
            chat!.Messages.RemoveAt(index);
        }
        world.Changed(PlaygroundEvent.Deleted(chatId, (int)messageId));
        reply.True();
    }

    private void SendFile(Call call, BotReply reply, string field, AttachmentKind kind)
    {
        var chatId = call.RequiredChat();
        var (caption, entities) = FormattedText.Caption(call);
        var markup = Keyboard.Read(call);
        var attachment = new Attachment
        {
            Kind = kind,
            Files = SentFiles.Of(world, call, field, call.Text(field), kind),
        };
        var message = world.FromBot(
            chatId,
            draft =>
                draft with
                {
                    Text = caption,
                    Entities = entities,
                    ReplyMarkup = markup,
                    Attachment = attachment,
                }
        );
        world.Json.Message(reply.Json, world.Chats.Find(chatId), message);
    }

    private void Edit(Call call, BotReply reply, Func<ChatMessage, ChatMessage> change)
    {
        var chatId = call.RequiredChat();
        world.Limits.Spend(chatId);
        Chat? chat;
        ChatMessage changed;
        lock (world.Chats.Gate)
        {
            chat = world.Chats.ForBot(chatId);
            var index = chat?.IndexOf(call.Number("message_id") ?? 0) ?? -1;
            if (index < 0)
                throw BotApiException.BadRequest("message to edit not found");
            var old = chat!.Messages[index];
            if (!old.FromBot)
                throw BotApiException.BadRequest("message can't be edited");
            changed = change(old);
            if (changed == old)
                throw BotApiException.BadRequest(NotModified);
            changed = changed with { EditDate = world.Chats.Now() };
            chat.Messages[index] = changed;
        }
        world.Changed(PlaygroundEvent.Edited(changed));
        world.Json.Message(reply.Json, chat, changed);
    }

    private static ChatMessage WithText(ChatMessage message) =>
        message.Attachment is null
            ? message
            : throw BotApiException.BadRequest("there is no text in the message to edit");

    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a "
        + "current content and reply markup of the message";
}
