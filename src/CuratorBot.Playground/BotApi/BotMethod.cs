using System.Collections.Frozen;

namespace CuratorBot.Playground.BotApi;

/// <summary>A method of the Bot API that this server answers. Names are found in any case.</summary>
internal sealed record BotMethod(string Name, int Index)
{
    private static readonly string[] Names =
    [
        "getMe",
        "getUpdates",
        "setWebhook",
        "deleteWebhook",
        "getWebhookInfo",
        "sendMessage",
        "editMessageText",
        "editMessageReplyMarkup",
        "answerCallbackQuery",
        "deleteMessage",
        "sendPhoto",
        "sendDocument",
        "sendChatAction",
        "setMyCommands",
        "getMyCommands",
        "getFile",
        "sendMediaGroup",
    ];

    private static readonly FrozenDictionary<string, BotMethod> All = Names
        .Select((name, index) => new BotMethod(name, index))
        .ToFrozenDictionary(method => method.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, BotMethod>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static int Known => Names.Length;

    public static BotMethod? Find(ReadOnlySpan<char> name) =>
        BySpan.TryGetValue(name, out var method) ? method : null;

    /// <exception cref="ArgumentException">The server has no such method.</exception>
    public static int IndexOf(string name) =>
        Find(name)?.Index ?? throw new ArgumentException($"No method {name} here.", nameof(name));
}
