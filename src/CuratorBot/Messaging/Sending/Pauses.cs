namespace CuratorBot.Messaging.Sending;

/// <summary>
/// The pauses that the messenger asked for. It does not say whether it means one chat or the whole bot: a refusal
/// in one chat pauses that chat, and a second one in another chat meanwhile shows that the bot is meant. The
/// caller locks and tells the time.
/// </summary>
internal sealed class Pauses
{
    private readonly Dictionary<long, TimeSpan> _until = [];

    public TimeSpan BotUntil => _until.GetValueOrDefault(PauseRow.WholeBot);

    public int Chats => _until.Count - (_until.ContainsKey(PauseRow.WholeBot) ? 1 : 0);

    /// <summary>When the last chat may hear something again.</summary>
    public TimeSpan LastChatUntil =>
        _until.Where(pause => pause.Key != PauseRow.WholeBot).Max(pause => pause.Value);

    public TimeSpan? NextEnd => _until.Count == 0 ? null : _until.Values.Min();

    /// <summary>Whom a refusal in this chat pauses: <see cref="PauseRow.WholeBot"/>, or the chat alone.</summary>
    public long ScopeOf(long chat, TimeSpan now) =>
        _until.Any(pause => pause.Key != chat && pause.Value > now) ? PauseRow.WholeBot : chat;

    /// <returns>Its end; an earlier pause that lasts longer goes on.</returns>
    public TimeSpan Begin(long scope, TimeSpan until) =>
        _until[scope] = _until.TryGetValue(scope, out var earlier) && earlier > until ? earlier : until;

    /// <summary>Those that are over, each told once.</summary>
    public IReadOnlyList<long> End(TimeSpan now)
    {
        if (NextEnd is not { } next || next > now)
            return [];
        var over = _until.Where(pause => pause.Value <= now).Select(pause => pause.Key).ToList();
        foreach (var scope in over)
            _until.Remove(scope);
        return over;
    }
}
