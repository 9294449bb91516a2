using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Clock;
using CuratorBot.Host.Database;
using CuratorBot.Messaging.Receiving;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Host.Health;

/// <summary>Puts together what is known of how the bot is. It answers within two seconds, whatever hangs.</summary>
internal sealed class HealthReport(
    DatabaseLook look,
    DatabaseInfo database,
    Troubles troubles,
    Inbox inbox,
    Outbox outbox,
    WorkCalendar calendar,
    TimeProvider clock,
    RealTime realTime
)
{
    /// <summary>Whether a restart would help is known without asking anybody.</summary>
    public bool NeedsRestart => troubles.Now.Any(trouble => trouble.Severity == Severity.NeedsRestart);

    /// <summary>Everything, and whether the work goes on without a person.</summary>
    public async Task<(HealthState State, bool IsReady)> Ask()
    {
        var seen = await look.Ask();
        var ailing = troubles.Now;
        if (seen is null)
            ailing = [.. ailing, NoAnswer()];
        var isReady = ailing.All(trouble => trouble.Severity == Severity.Passing);
        var state = new HealthState(
            !isReady ? "unhealthy"
                : ailing.Count > 0 ? "coping"
                : "healthy",
            ProductVersion.Text,
            seen is null ? "no answer" : database.Version,
            [.. ailing.Select(HealthReason.Of)],
            inbox.LastReceivedAt,
            seen?.OldestUnsent is { } at ? Math.Max(0, (clock.GetUtcNow() - at).TotalSeconds) : null,
            inbox.Backlog,
            seen?.Unsent,
            outbox.Unstored.Count,
            outbox.Unstored.OldestAge?.TotalSeconds,
            seen?.Parked,
            Doubts()
        );
        return (state, isReady);
    }

    private Trouble NoAnswer() =>
        new(
            Parts.Database,
            Severity.NeedsPerson,
            "The database does not answer. Look at the disk, and at what else has the file open.",
            realTime.Now
        );

    private IReadOnlyList<string> Doubts() =>
        [
            .. calendar
                .DoubtsOn(LocalDays.Today(clock.GetUtcNow(), Asker.DefaultTimeZone))
                .Select(doubt => $"{doubt.Year} is {CalendarWarning.InWords(doubt)}"),
        ];
}
