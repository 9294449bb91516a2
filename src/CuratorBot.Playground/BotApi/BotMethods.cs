using System.Text.Json;
using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Files;
using CuratorBot.Playground.Phones;

namespace CuratorBot.Playground.BotApi;

/// <summary>getMe, command menus, chat actions, answers to presses, files.</summary>
internal sealed class BotMethods(PlaygroundWorld world)
{
    private static readonly HashSet<string> Actions = new(StringComparer.Ordinal)
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    };

    public void GetMe(BotReply reply)
    {
        var json = reply.Json;
        json.WriteStartObject();
        json.WriteNumber("id"u8, world.Options.BotId);
        json.WriteBoolean("is_bot"u8, true);
        json.WriteString("first_name"u8, world.Options.BotName);
        json.WriteString("username"u8, world.Options.BotUsername);
        json.WriteBoolean("can_join_groups"u8, true);
        json.WriteBoolean("can_read_all_group_messages"u8, false);
        json.WriteBoolean("supports_inline_queries"u8, false);
        json.WriteEndObject();
    }

    public void ChatAction(Call call, BotReply reply)
    {
        var chatId = call.RequiredChat();
        var action = call.Text("action") ?? "";
        if (!Actions.Contains(action))
            throw BotApiException.BadRequest("wrong parameter action in request");
        lock (world.Chats.Gate)
            world.Chats.ForBot(chatId);
        world.Announce(PlaygroundEvent.Action(chatId, action));
        reply.True();
    }

    public void AnswerPress(Call call, BotReply reply)
    {
        var text = call.Text("text") ?? "";
        if (text.Length > 200)
            throw BotApiException.BadRequest("MESSAGE_TOO_LONG");
        var id = call.Text("callback_query_id") ?? "";
        var press = world.Presses.Answer(id, text, call.Flag("show_alert"));
        world.Announce(PlaygroundEvent.Toast(press));
        reply.True();
    }

    public void SetCommands(Call call, BotReply reply)
    {
        world.Commands.Set(call.Text("scope"), call.Text("language_code"), call.Text("commands"));
        world.Changed(PlaygroundEvent.Menu());
        reply.True();
    }

    public void GetCommands(Call call, BotReply reply) =>
        reply.Json.WriteRawValue(
            world.Commands.Get(call.Text("scope"), call.Text("language_code")),
            skipInputValidation: true
        );

    public void GetFile(Call call, BotReply reply)
    {
        var file =
            world.Files.Find(call.Text("file_id") ?? "")
            ?? throw BotApiException.BadRequest("wrong file_id or the file is temporarily unavailable");
        if (file.Size > FileShelf.LargestDownload)
            throw BotApiException.BadRequest("file is too big");
        WriteFile(reply.Json, file);
    }

    private static void WriteFile(Utf8JsonWriter json, StoredFile file)
    {
        json.WriteStartObject();
        json.WriteString("file_id"u8, file.Id);
        json.WriteString("file_unique_id"u8, file.UniqueId);
        json.WriteNumber("file_size"u8, file.Size);
        json.WriteString("file_path"u8, file.Path);
        json.WriteEndObject();
    }
}
