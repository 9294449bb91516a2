using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Telegram.BotApi;

namespace CuratorBot.Host.Telegram;

/// <summary>Whether updates can be had from Telegram, as whoever asks for them notes it.</summary>
public sealed class Fetching(Troubles troubles, RealTime realTime)
{
    private const string Reader = $"{Parts.Fetching}:another-reader";
    private const int TooManyConflicts = 3;

    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConflictsWithin = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly Queue<TimeSpan> _conflicts = new();
    private TimeSpan _workedAt = realTime.Elapsed;
    private string _lastFailure = "none";

    /// <param name="failure">What asking came to; null when it worked.</param>
    public void Note(BotApiFailure? failure)
    {
        lock (_lock)
        {
            var now = realTime.Elapsed;
            while (_conflicts.TryPeek(out var earliest) && now - earliest > ConflictsWithin)
                _conflicts.Dequeue();
            if (failure is BotApiFailure.Rejected { IsConflict: true })
                NoteConflict(now);
            else if (failure is null)
                NoteSuccess(now);
            _lastFailure = failure?.Kind ?? _lastFailure;
        }
    }

    /// <summary>Called every now and then, because a request that hangs notes nothing.</summary>
    public void Look()
    {
        lock (_lock)
        {
            if (realTime.Elapsed - _workedAt > LongestSilence)
                troubles.Raise(
                    Parts.Fetching,
                    Severity.NeedsPerson,
                    $"No updates could be taken from Telegram for over {LongestSilence.TotalMinutes:0} minutes "
                        + $"(last failure: {_lastFailure}). Check the network and the way to Telegram:ApiBaseUrl."
                );
        }
    }

    private void NoteSuccess(TimeSpan now)
    {
        _workedAt = now;
        troubles.End(Parts.Fetching);
        // Two readers take turns, and one of them is always refused: a single success proves nothing.
        if (_conflicts.Count == 0)
            troubles.End(Reader);
    }

    private void NoteConflict(TimeSpan now)
    {
        _conflicts.Enqueue(now);
        if (_conflicts.Count >= TooManyConflicts)
            troubles.Raise(
                Reader,
                Severity.NeedsPerson,
                "Another reader takes the updates of this bot (409): a second instance runs somewhere, or a webhook "
                    + "was set by other means. Stop the other one; a webhook is taken away at a restart of this one."
            );
    }
}
