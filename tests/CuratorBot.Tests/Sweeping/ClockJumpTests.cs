using CuratorBot.Data;
using CuratorBot.Host.Clock;
using CuratorBot.Sweeping;
using CuratorBot.Tests.Reminders;
using CuratorBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Sweeping;

/// <summary>Reminders on a machine whose clock somebody moves: looked for in time, told by the clock, and once.</summary>
public sealed class ClockJumpTests : SweepCase
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly HeldTime _machine = new();
    private int _looks;

    [Theory]
    [InlineData(240)]
    [InlineData(3600)]
    [InlineData(7 * 86400)]
    public async Task A_clock_that_goes_back_neither_stops_the_reminders_nor_repeats_them(int seconds)
    {
        World.Clock.Now = At("2022-01-18 09:00").AddSeconds(-20);
        await using var jobs = new HeldJobs(new RealTime(_machine), Wake());
        await Until.True(() => Volatile.Read(ref _looks) == 1);

        World.Clock.Jump(-TimeSpan.FromSeconds(seconds));
        await Look();
        Assert.Empty(Heard(Director));

        World.Clock.Jump(TimeSpan.FromSeconds(seconds + 20));
        await Look();
        Assert.Single(Heard(Director));

        World.Clock.Jump(-TimeSpan.FromSeconds(seconds));
        await Look();
        World.Clock.Jump(TimeSpan.FromSeconds(seconds));
        await Look();
        Assert.Single(Heard(Director));
    }

    [Fact]
    public async Task A_clock_that_goes_forward_an_hour_and_back_reminds_once_and_of_nothing_early()
    {
        await World.MoveClock(At("2022-01-18 07:30"));
        Assert.Empty(Heard(Director));

        World.Clock.Jump(TimeSpan.FromHours(1));
        await World.Sweep();
        Assert.Empty(Heard(Director));
        World.Clock.Jump(TimeSpan.FromHours(1));
        await World.Sweep();
        Assert.Single(Heard(Director));
        World.Clock.Jump(-TimeSpan.FromHours(2));
        await World.Sweep();
        await World.MoveClock(At("2022-01-18 12:00"));
        Assert.Single(Heard(Director));
    }

    private Wake Wake() =>
        new(
            ClockSetup.Sweeps,
            ClockSetup.EveryTenSeconds,
            Interval,
            async stop =>
            {
                await World.Services.GetRequiredService<Sweeper>().Sweep(stop);
                Interlocked.Increment(ref _looks);
            },
            new RealTime(_machine),
            World.Services.GetRequiredService<Isolated>()
        );

    private async Task Look()
    {
        var next = Volatile.Read(ref _looks) + 1;
        _machine.Pass(Interval);
        await Until.True(() => Volatile.Read(ref _looks) == next);
        await World.Settle();
    }
}
