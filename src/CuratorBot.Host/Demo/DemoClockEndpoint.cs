using CuratorBot.Reminders;
using CuratorBot.Sweeping;

namespace CuratorBot.Host.Demo;

/// <summary><c>GET</c> and <c>POST /demo/clock</c>: the time of the demonstration, forward only.</summary>
public static class DemoClockEndpoint
{
    /// <param name="Now">The time of the demo.</param>
    /// <param name="Next">When the next reminder is due; null when none is planned.</param>
    public sealed record Time(DateTimeOffset Now, DateTimeOffset? Next);

    public sealed record Move(DateTimeOffset? Now);

    public static void MapDemoClock(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/demo/clock",
            async (DemoClock clock, ReminderSweep reminders) => await TimeOf(clock, reminders)
        );
        app.MapPost(
            "/demo/clock",
            async (
                Move move,
                DemoClock clock,
                Sweeper sweeper,
                ReminderSweep reminders,
                CancellationToken cancellation
            ) =>
            {
                if (move.Now is not { } now)
                    return Results.BadRequest(
                        new { error = "Send {\"now\": \"2022-01-24T09:00:00+03:00\"}." }
                    );
                if (!clock.TryMove(now))
                    return Results.Conflict(
                        new { error = "The clock goes forward only.", now = clock.GetUtcNow() }
                    );
                await sweeper.Sweep(cancellation);
                return Results.Ok(await TimeOf(clock, reminders));
            }
        );
    }

    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    private static async Task<Time> TimeOf(DemoClock clock, ReminderSweep reminders)
    {
        var now = clock.GetUtcNow();
        return new(now.ToOffset(Moscow), (await reminders.NextReminder(now))?.ToOffset(Moscow));
    }
}
