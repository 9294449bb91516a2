using CuratorBot.Condition;
using CuratorBot.Data;

namespace CuratorBot.Host.Database.Sqlite;

/// <summary>
/// Says whether the writer can write: to the troubles at once, to the log when it changes and every few minutes
/// while it lasts.
/// </summary>
internal sealed partial class WriterCondition(
    Troubles troubles,
    RealTime realTime,
    ILogger<WriterCondition> log
)
{
    public const string Damage = $"{Parts.Database}:damage";

    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(5);

    /// <summary>A lock of another process for so long is no longer one that ends by itself.</summary>
    private static readonly TimeSpan LongLock = TimeSpan.FromMinutes(1);

    /// <summary>A single success between failures is no recovery.</summary>
    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(5);

    /// <summary>For so long after a failure each piece of work stands alone, so that one drags down no other.</summary>
    private static readonly TimeSpan Caution = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private TimeSpan? _failingSince;
    private TimeSpan? _failedAt;
    private int _refused;
    private (string Reason, TimeSpan At)? _told;
    private TimeSpan? _damageToldAt;

    /// <summary>Whether it has failed lately.</summary>
    public bool IsDoubtful
    {
        get
        {
            lock (_lock)
                return _failingSince is not null || realTime.Elapsed - _failedAt < Caution;
        }
    }

    /// <param name="refused">How many pieces of work were given back.</param>
    public void NoteFailure(Exception error, int refused)
    {
        lock (_lock)
        {
            var now = realTime.Elapsed;
            _failingSince ??= now;
            (_failedAt, _refused) = (now, _refused + refused);
            var reason = StorageFault.Words(error);
            troubles.Raise(Parts.Writer, SeverityOf(error, now), InWords(reason));
            if (_told is { } told && told.Reason == reason && now - told.At < BetweenLines)
                return;
            _told = (reason, now);
            LogFailing(log, reason, _refused);
        }
    }

    /// <summary>The disk has taken something.</summary>
    public void NoteWritten()
    {
        lock (_lock)
        {
            var now = realTime.Elapsed;
            if (_failingSince is not { } since || now - _failedAt < Trial)
                return;
            if (_told is not null)
                LogWritesAgain(log, now - since, _refused);
            (_failingSince, _refused, _told) = (null, 0, null);
            troubles.End(Parts.Writer);
        }
    }

    /// <summary>It stays known until the next start: a page that is damaged does not mend.</summary>
    public void NoteDamage(Exception error)
    {
        lock (_lock)
        {
            _failedAt = realTime.Elapsed;
            troubles.Raise(
                Damage,
                Severity.NeedsPerson,
                "A part of the database is damaged; what needs it fails, the rest goes on. Stop the bot, keep a copy of "
                    + "the data directory and restore the last backup."
            );
            if (_damageToldAt is { } at && realTime.Elapsed - at < BetweenLines)
                return;
            _damageToldAt = realTime.Elapsed;
            LogDamage(log, StorageFault.Words(error));
        }
    }

    private Severity SeverityOf(Exception error, TimeSpan now) =>
        StorageFault.IsLock(error) && now - _failingSince < LongLock
            ? Severity.Passing
            : Severity.NeedsPerson;

    private static string InWords(string reason) =>
        $"Nothing can be stored: {reason}. Messages wait, at Telegram and here, and are tried again by themselves; "
        + "free space on the disk, or see to what holds or harms the database.";

    [LoggerMessage(
        1,
        LogLevel.Error,
        "Nothing can be stored: {Reason}; it is tried again by itself. {Refused} writes were refused so far"
    )]
    private static partial void LogFailing(ILogger log, string reason, int refused);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "The database takes writes again after {Time}; {Refused} were refused"
    )]
    private static partial void LogWritesAgain(ILogger log, TimeSpan time, int refused);

    [LoggerMessage(3, LogLevel.Error, "A part of the database is damaged: {Reason}. What needs it fails")]
    private static partial void LogDamage(ILogger log, string reason);
}
