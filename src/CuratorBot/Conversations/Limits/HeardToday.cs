using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Limits;

/// <summary>Notes, once a day for each account, that somebody is there and writes, so that silence can be told.</summary>
public sealed class HeardToday(IUnitOfWork unitOfWork, TimeProvider clock)
{
    private readonly Remembered<(string Channel, long Account), DateOnly> _days = new(most: 50_000);

    public void Note(IncomingMessage message)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var key = (message.Channel, message.AccountId);
        if (_days.TryGet(key, out var day) && day == today)
            return;
        _days.Keep(key, today);
        unitOfWork.Post(
            marks => marks.MarkHeard(message.Channel, message.AccountId, now),
            committed: static () => { },
            failed: _ => _days.Forget(key) // her next message will tell
        );
    }
}
