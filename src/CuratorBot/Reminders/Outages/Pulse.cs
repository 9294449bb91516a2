using CuratorBot.Data;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CuratorBot.Reminders.Outages;

/// <summary>
/// Notices that nobody looked for a while: the process was down, its machine slept, the database could not be
/// written. A clock that somebody moves while the process runs is no outage. What was missed is marked, so
/// that it is made up for gently and accounted for.
/// </summary>
public sealed partial class Pulse(
    IUnitOfWork unitOfWork,
    RealTime realTime,
    IdGenerator ids,
    ILogger<Pulse> log
)
{
    /// <summary>A deploy is shorter.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _looked;
    private DateTimeOffset? _beat;

    /// <summary>Every look at the reminders begins with this.</summary>
    public async Task Beat(DateTimeOffset now, CancellationToken cancellation)
    {
        _beat ??= await ReadBeat(cancellation);
        var since = SilentSince(now);
        if (since is not null || _beat is not { } last || (now - last).Duration() >= BetweenBeats)
        {
            await unitOfWork.Write(scope => Note(scope.Db, since, now), cancellation);
            _beat = now;
        }
        _looked = realTime.Now;
    }

    /// <summary>In a new process the clock tells, which stands still with a demonstration; later the machine's.</summary>
    private DateTimeOffset? SilentSince(DateTimeOffset now)
    {
        var silence = _looked is { } looked ? realTime.Now - looked : now - _beat;
        return silence >= Unnoticed ? _beat : null;
    }

    private async Task<DateTimeOffset?> ReadBeat(CancellationToken cancellation)
    {
        await using var db = unitOfWork.OpenForReading();
        return (await db.Heartbeats.AsNoTracking().SingleOrDefaultAsync(cancellation))?.At;
    }

    private async Task Note(CuratorBotDb db, DateTimeOffset? since, DateTimeOffset now)
    {
        if (since is { } from)
            await MarkMissed(db, from, now);
        if (await db.Heartbeats.FindAsync(Heartbeat.TheOne) is { } heartbeat)
            heartbeat.At = now;
        else
            db.Heartbeats.Add(new Heartbeat { Id = Heartbeat.TheOne, At = now });
    }

    private async Task MarkMissed(CuratorBotDb db, DateTimeOffset from, DateTimeOffset now)
    {
        var id = ids.Next();
        var missed = await db
            .Reminders.Where(row => row.State == ReminderState.Planned && row.DueAt <= now - BetweenBeats)
            .Where(row => row.MissedIn == null)
            .ExecuteUpdateAsync(row => row.SetProperty(reminder => reminder.MissedIn, id));
        LogSilence(log, from, now, missed);
        if (missed > 0)
            db.Outages.Add(
                new Outage
                {
                    Id = id,
                    From = from,
                    Until = now,
                    Missed = missed,
                }
            );
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Nobody was reminded from {From} until {Until}: {Missed} reminders missed"
    )]
    private static partial void LogSilence(
        ILogger log,
        DateTimeOffset from,
        DateTimeOffset until,
        int missed
    );
}
