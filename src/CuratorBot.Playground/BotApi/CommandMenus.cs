using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CuratorBot.Playground.BotApi;

/// <summary>The command menus by scope and language.</summary>
internal sealed partial class CommandMenus
{
    private readonly ConcurrentDictionary<string, string> _menus = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> All => _menus;

    public void Restore(string key, string commands) => _menus[key] = commands;

    public void Set(string? scope, string? language, string? commands)
    {
        Check(commands ?? "[]");
        _menus[Key(scope, language)] = commands ?? "[]";
    }

    public string Get(string? scope, string? language) =>
        _menus.GetValueOrDefault(Key(scope, language)) ?? "[]";

    /// <summary>What the menu button of a chat shows: the narrowest scope that has a menu wins.</summary>
    public string For(long chatId)
    {
        var general = chatId < 0 ? "all_group_chats" : "all_private_chats";
        foreach (var scope in new[] { ChatScope(chatId), general, "default" })
        {
            if (_menus.TryGetValue(scope + "/ru", out var menu) && menu.Length > 2)
                return menu;
            if (_menus.TryGetValue(scope + "/", out menu) && menu.Length > 2)
                return menu;
        }
        return "[]";
    }

    private static string ChatScope(long chatId) =>
        string.Create(CultureInfo.InvariantCulture, $"chat:{chatId}");

    private static string Key(string? scope, string? language)
    {
        if (string.IsNullOrEmpty(scope))
            return $"default/{language}";
        try
        {
            using var parsed = JsonDocument.Parse(scope);
            var type = parsed.RootElement.GetProperty("type").GetString();
            return type is "chat"
                ? $"{ChatScope(parsed.RootElement.GetProperty("chat_id").GetInt64())}/{language}"
                : $"{type}/{language}";
        }
        catch (Exception broken)
            when (broken is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw BotApiException.BadRequest("can't parse BotCommandScope");
        }
    }

    private static void Check(string commands)
    {
        try
        {
            using var parsed = JsonDocument.Parse(commands);
            if (parsed.RootElement.GetArrayLength() > 100)
                throw BotApiException.BadRequest("BOT_COMMANDS_TOO_MUCH");
            foreach (var command in parsed.RootElement.EnumerateArray())
                CheckCommand(command);
        }
        catch (Exception broken)
            when (broken is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw BotApiException.BadRequest("can't parse list of bot commands");
        }
    }

    private static void CheckCommand(JsonElement command)
    {
        if (!Name().IsMatch(command.GetProperty("command").GetString() ?? ""))
            throw BotApiException.BadRequest("BOT_COMMAND_INVALID");
        if (command.GetProperty("description").GetString() is not { Length: >= 1 and <= 256 })
            throw BotApiException.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }

    [GeneratedRegex("^/?[a-z0-9_]{1,32}$")]
    private static partial Regex Name();
}
