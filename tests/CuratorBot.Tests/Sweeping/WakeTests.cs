using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Clock;
using CuratorBot.Sweeping;
using CuratorBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CuratorBot.Tests.Sweeping;

/// <summary>What Hangfire wakes by time, on a machine whose clock somebody moves.</summary>
public sealed class WakeTests : IAsyncLifetime
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly HeldTime _machine = new();
    private readonly Troubles _troubles;
    private readonly Wake _wake;
    private readonly HeldJobs _jobs;
    private Func<Task> _work = () => Task.CompletedTask;
    private CancellationToken _stopping;
    private int _looks;

    public WakeTests()
    {
        var realTime = new RealTime(_machine);
        _troubles = new Troubles(realTime);
        _wake = new Wake(
            ClockSetup.Sweeps,
            ClockSetup.EveryTenSeconds,
            Interval,
            async stopping =>
            {
                _stopping = stopping;
                Interlocked.Increment(ref _looks);
                await _work();
            },
            realTime,
            new Isolated(_troubles, NullLogger<Isolated>.Instance)
        );
        _jobs = new HeldJobs(realTime, _wake);
    }

    public Task InitializeAsync() => Looked(1);

    public async Task DisposeAsync() => await _jobs.DisposeAsync();

    [Theory]
    [InlineData(-240)]
    [InlineData(-3600)]
    [InlineData(3600)]
    [InlineData(7 * 86400)]
    [InlineData(-7 * 86400)]
    public async Task However_the_clock_is_moved_the_next_look_comes_in_its_time(int seconds)
    {
        _machine.Pass(Interval);
        await Looked(2);
        _machine.Set += TimeSpan.FromSeconds(seconds);

        _machine.Pass(Interval - TimeSpan.FromSeconds(1));
        Assert.Equal(2, _looks);
        _machine.Pass(TimeSpan.FromSeconds(1));
        await Looked(3);
        _machine.Pass(Interval);
        await Looked(4);
        await _jobs.Stop();
        Assert.Equal(4, _looks);
    }

    [Fact]
    public async Task Times_that_went_by_while_one_looked_are_not_made_up_for()
    {
        var hangs = new TaskCompletionSource();
        _work = () => hangs.Task;
        _machine.Pass(Interval);
        await Looked(2);
        for (var missed = 1; missed <= 5; missed++)
        {
            _machine.Pass(Interval);
            await _jobs.Woken(2 + missed);
        }

        _work = () => Task.CompletedTask;
        hangs.SetResult();
        await Until.True(() => _wake.Silence < Interval);
        await _jobs.Stop();
        Assert.Equal(2, _looks);
    }

    [Fact]
    public async Task One_that_fails_is_woken_again_and_shows_until_it_is_well()
    {
        _work = () => throw new InvalidOperationException();
        _machine.Pass(Interval);
        await Looked(2);
        await Until.True(() => _troubles.Now is [{ Part: "sweep:sweeps.look" }]);

        _work = () => Task.CompletedTask;
        _machine.Pass(Interval);
        await Looked(3);
        await Until.True(() => _troubles.Now is []);
    }

    [Fact]
    public async Task One_that_hangs_shows_after_two_intervals_and_ends_when_it_goes_on()
    {
        var (watchdog, hangs) = (new Watchdog(_troubles), new TaskCompletionSource());
        _work = () => hangs.Task;
        _machine.Pass(Interval);
        await Looked(2);
        watchdog.Look([_wake]);
        Assert.Empty(_troubles.Now);

        _machine.Set -= TimeSpan.FromHours(1);
        _machine.Pass(Interval + TimeSpan.FromSeconds(1));
        watchdog.Look([_wake]);
        Assert.Equal((Parts.Sweep, Severity.Passing), Shown());
        _machine.Pass(TimeSpan.FromMinutes(15));
        watchdog.Look([_wake]);
        Assert.Equal((Parts.Sweep, Severity.NeedsRestart), Shown());

        _work = () => Task.CompletedTask;
        hangs.SetResult();
        await Until.True(() => _wake.Silence < Interval);
        watchdog.Look([_wake]);
        Assert.Empty(_troubles.Now);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task One_that_fails_while_it_is_stopped_ends_nothing_else(bool isOfTheStorage, int shown)
    {
        var failing = new TaskCompletionSource();
        _work = () => failing.Task;
        _machine.Pass(Interval);
        await Looked(2);

        var stopped = _jobs.Stop();
        await Until.True(() => _stopping.IsCancellationRequested);
        failing.SetException(
            isOfTheStorage
                ? new StorageException("Locked.", new IOException())
                : new InvalidOperationException()
        );

        await stopped;
        Assert.Equal(shown, _troubles.Now.Count);
    }

    private (string, Severity) Shown()
    {
        var trouble = Assert.Single(_troubles.Now);
        return (trouble.Part, trouble.Severity);
    }

    /// <summary>That many looks have begun, and the work of all but a hanging one is over.</summary>
    private Task Looked(int times) => Until.True(() => Volatile.Read(ref _looks) >= times);
}
