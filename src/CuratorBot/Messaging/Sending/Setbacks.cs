namespace CuratorBot.Messaging.Sending;

/// <summary>
/// Failures that say nothing of the message: no network, no answer. The first makes its own chat wait; when
/// another chat fails before anything arrives, all wait, longer each time. The caller locks.
/// </summary>
internal sealed class Setbacks
{
    private readonly HashSet<long> _chats = [];
    private int _pausesInARow;
    private TimeSpan _pausedAt = TimeSpan.MinValue;

    public void NoteHealthy()
    {
        _chats.Clear();
        _pausesInARow = 0;
    }

    /// <summary>How long all have to wait; null when only the chat has to.</summary>
    /// <param name="startedAt">Of the failed request; those under way together make one pause.</param>
    public TimeSpan? Note(long chat, TimeSpan startedAt, TimeSpan now)
    {
        _chats.Add(chat);
        if (_chats.Count < 2 || startedAt <= _pausedAt)
            return null;
        _pausedAt = now;
        return Pause(++_pausesInARow);
    }

    /// <summary>1, 2, 4, … seconds, a minute at most.</summary>
    public static TimeSpan Pause(int failures) =>
        TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(6, failures - 1))));
}
