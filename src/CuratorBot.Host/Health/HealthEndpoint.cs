using CuratorBot.Data;
using CuratorBot.Host.Clock;
using CuratorBot.Host.Database;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schedule.Calendar;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Host.Health;

/// <summary>
/// <c>GET /health</c>: 200 while the database answers, 503 when it does not. No names, no texts, no secrets.
/// </summary>
public static class HealthEndpoint
{
    /// <param name="LastUpdateAt">When the last update came since the start; null when none did.</param>
    /// <param name="OldestUnsentSeconds">How long the oldest unsent message waits; null when none waits.</param>
    /// <param name="Backlog">Messages received and not yet dealt with.</param>
    /// <param name="Calendar">What is not certain of the working days; empty while all is well.</param>
    public sealed record State(
        string Status,
        string Database,
        DateTimeOffset? LastUpdateAt,
        double? OldestUnsentSeconds,
        int Backlog,
        int Unsent,
        int Parked,
        IReadOnlyList<string> Calendar
    );

    public static void MapHealth(this IEndpointRouteBuilder app) =>
        app.MapGet(
            "/health",
            async (
                IUnitOfWork unitOfWork,
                DatabaseInfo database,
                Inbox inbox,
                WorkCalendar calendar,
                TimeProvider clock
            ) =>
            {
                var doubts = DoubtsIn(calendar, clock);
                try
                {
                    return Results.Ok(await Ask(unitOfWork, database, inbox, clock, doubts));
                }
                catch (SqliteException)
                {
                    var state = new State(
                        "unhealthy",
                        "no answer",
                        inbox.LastReceivedAt,
                        null,
                        inbox.Backlog,
                        0,
                        0,
                        doubts
                    );
                    return Results.Json(state, statusCode: StatusCodes.Status503ServiceUnavailable);
                }
            }
        );

    private static async Task<State> Ask(
        IUnitOfWork unitOfWork,
        DatabaseInfo database,
        Inbox inbox,
        TimeProvider clock,
        IReadOnlyList<string> doubts
    )
    {
        await using var db = unitOfWork.OpenForReading();
        var waiting = db.Outbox.Where(row => row.State == OutboxState.Waiting);
        var unsent = await waiting.CountAsync();
        var oldest = await waiting.MinAsync(row => (DateTimeOffset?)row.CreatedAt);
        var parked = await db.Inbox.CountAsync(row => row.State == InboxState.Parked);
        return new State(
            "healthy",
            database.Version,
            inbox.LastReceivedAt,
            oldest is { } at ? Math.Max(0, (clock.GetUtcNow() - at).TotalSeconds) : null,
            inbox.Backlog,
            unsent,
            parked,
            doubts
        );
    }

    private static IReadOnlyList<string> DoubtsIn(WorkCalendar calendar, TimeProvider clock) =>
        [
            .. calendar
                .DoubtsOn(LocalDays.Today(clock.GetUtcNow(), Asker.DefaultTimeZone))
                .Select(doubt => $"{doubt.Year} is {CalendarJob.InWords(doubt)}"),
        ];
}
