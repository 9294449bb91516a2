using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Telegram;

/// <summary>Links that open the bot, once Telegram has said what it is called.</summary>
public sealed class TelegramLinks(BotApiClient api) : IBotLinks
{
    private volatile string? _userName;

    public string? StartLink(string token) =>
        _userName is { } name ? $"https://t.me/{name}?start={token}" : null;

    public string? ChatLink => _userName is { } name ? $"https://t.me/{name}" : null;

    /// <summary>Asks for the bot's name unless it is known; null when it is known now.</summary>
    public async Task<BotApiFailure?> Learn(CancellationToken cancellation)
    {
        if (_userName is not null)
            return null;
        var me = await api.GetMe(cancellation);
        if (me.IsOk)
            _userName = me.Value.Username;
        return me.Failure;
    }
}
