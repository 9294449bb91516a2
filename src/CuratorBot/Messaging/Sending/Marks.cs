using CuratorBot.Condition;
using CuratorBot.Data;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Messaging.Sending;

/// <summary>
/// Puts on disk what became of messages, and tries again until it is there: what was sent and is not marked goes
/// out again after a restart. While a mark fails, nothing more may be sent.
/// </summary>
internal sealed partial class Marks(IUnitOfWork unitOfWork, RealTime realTime, Troubles troubles, ILogger log)
    : IDisposable
{
    public const string Part = $"{Parts.Sending}:marks";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>What lasts longer does not pass by itself.</summary>
    private static readonly TimeSpan Passing = TimeSpan.FromSeconds(10);

    /// <summary>Of an error that is not the disk's: the mark itself cannot be written.</summary>
    private const int MostTries = 3;

    private readonly Lock _lock = new();
    private readonly List<Mark> _again = [];
    private ITimer? _timer;
    private TimeSpan _pause = FirstPause;
    private TimeSpan _failingSince;
    private int _failing;
    private bool _stopped;

    private sealed class Mark(Action<IMessageWriter> marks, Action onDisk)
    {
        public Action<IMessageWriter> Marks => marks;
        public Action OnDisk => onDisk;
        public int Tries;
    }

    /// <summary>A mark has failed and is not on disk yet.</summary>
    public bool AreFailing => Volatile.Read(ref _failing) > 0;

    /// <param name="marks">May be called again, when nothing came of it before.</param>
    /// <param name="onDisk">Called once, when it is on disk or never will be.</param>
    public void Put(Action<IMessageWriter> marks, Action onDisk) => Post(new Mark(marks, onDisk));

    public void Dispose()
    {
        lock (_lock)
        {
            _stopped = true;
            _timer?.Dispose();
        }
    }

    private void Post(Mark mark) =>
        unitOfWork.Post(mark.Marks, committed: () => Succeed(mark), failed: error => Fail(mark, error));

    private void Succeed(Mark mark)
    {
        if (mark.Tries > 0)
            Leave();
        mark.OnDisk();
    }

    private void Leave()
    {
        lock (_lock)
        {
            _pause = FirstPause;
            if (--_failing == 0)
            {
                troubles.End(Part);
                LogOnDiskAgain(log);
            }
        }
        TryAgain(); // the others need not wait any longer
    }

    private void Fail(Mark mark, Exception error)
    {
        lock (_lock)
        {
            if (_stopped)
                return;
            if (mark.Tries++ == 0 && _failing++ == 0)
            {
                _failingSince = realTime.Elapsed;
                LogFailing(log, error);
            }
            troubles.Raise(Part, SeverityNow, Reason(error));
            if (error is StorageException || mark.Tries < MostTries)
            {
                _again.Add(mark);
                if (_again.Count == 1)
                    Wait();
                return;
            }
        }
        LogNeverMarked(log, error);
        Leave();
        mark.OnDisk();
    }

    private Severity SeverityNow =>
        realTime.Elapsed - _failingSince > Passing ? Severity.NeedsPerson : Severity.Passing;

    private void Wait()
    {
        _timer ??= realTime.Provider.CreateTimer(
            _ => TryAgain(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        _timer.Change(_pause, Timeout.InfiniteTimeSpan);
        _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
    }

    private void TryAgain()
    {
        List<Mark> waiting;
        lock (_lock)
        {
            waiting = [.. _again];
            _again.Clear();
        }
        foreach (var mark in waiting)
            Post(mark);
    }

    private static string Reason(Exception error) =>
        "Nothing is sent while what was sent cannot be marked as sent: the database does not take it "
        + $"({ErrorWords.KindsOf(error)}). Make room on the disk; the bot goes on by itself.";

    [LoggerMessage(
        LogLevel.Error,
        "What was sent cannot be marked as sent, so nothing is sent until it can; trying again"
    )]
    private static partial void LogFailing(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Warning, "What was sent is marked as sent; sending goes on")]
    private static partial void LogOnDiskAgain(ILogger log);

    [LoggerMessage(LogLevel.Error, "A mark can never be stored; its message may go out again")]
    private static partial void LogNeverMarked(ILogger log, Exception error);
}
