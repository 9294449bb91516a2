using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Sweeping;
using CuratorBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Sweeping;

/// <summary>How rows that are due are worked off when some of them fail.</summary>
public sealed class RoundsTests : IAsyncLifetime
{
    private const string Name = "sample";

    private readonly SortedSet<long> _due = [];
    private readonly HashSet<long> _poison = [];
    private readonly List<long> _tried = [];
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Open(seeded: false);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_poison_row_keeps_no_other_waiting(int together)
    {
        _due.UnionWith(Numbers(1, 10));
        _poison.Add(3);

        await Make(together: together);

        Assert.Equal([3], _due);
        Assert.Equal((Severity.Passing, "sweep:sample"), Shown());
    }

    [Fact]
    public async Task Many_poison_rows_in_front_keep_no_other_waiting()
    {
        _due.UnionWith(Numbers(1, PutOffRows.MostKept + 700));
        _poison.UnionWith(Numbers(1, PutOffRows.MostKept + 500));

        await Make();
        Assert.Equal(_poison.Count, _due.Count);
        await Make();

        Assert.Equal((long)_poison.Count + 200 + 500, _tried.Count);
    }

    [Fact]
    public async Task It_is_put_off_with_growing_pauses_and_in_the_end_needs_a_person()
    {
        _due.Add(7);
        _poison.Add(7);
        await Make();
        foreach (var minutes in new[] { 1, 5, 25, 60, 180, 360, 360 })
        {
            _tried.Clear();
            _world.Clock.Now += TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1);
            await Make();
            Assert.Empty(_tried);
            _world.Clock.Now += TimeSpan.FromSeconds(1);
            await Make();
            Assert.Equal([7], _tried);
        }
        Assert.Equal((Severity.NeedsPerson, "sweep:sample"), Shown());

        _poison.Clear();
        _world.Clock.Now += TimeSpan.FromHours(6);
        await Make();
        Assert.Empty(_due);
        Assert.Empty(Troubles.Now);
    }

    [Fact]
    public async Task A_clock_that_goes_back_does_not_prolong_the_pause()
    {
        _due.Add(7);
        _poison.Add(7);
        await Make();
        _poison.Clear();

        _world.Clock.Jump(-TimeSpan.FromHours(1));
        await Make();
        Assert.Equal([7], _due);
        _world.Clock.Passed += TimeSpan.FromMinutes(1);
        await Make();

        Assert.Empty(_due);
    }

    [Fact]
    public async Task One_that_is_due_no_more_is_forgotten()
    {
        _due.Add(7);
        _poison.Add(7);
        await Make();
        _due.Clear();
        _world.Clock.Now += TimeSpan.FromMinutes(1);

        await Make();

        Assert.Empty(Troubles.Now);
    }

    [Fact]
    public async Task What_stays_due_is_acted_on_once_in_a_round()
    {
        _due.UnionWith([1, 2]);

        await Make(act: _ => { });

        Assert.Equal([1, 2], _tried);
        await Make(act: _ => { });
        Assert.Equal([1, 2, 1, 2], _tried);
    }

    [Fact]
    public async Task Where_the_database_fails_at_a_row_the_others_go_first_at_the_next_look()
    {
        _due.UnionWith([1, 2, 3]);
        void Act(long row) => _due.Remove(row == 1 ? throw Full() : row);
        await Assert.ThrowsAsync<StorageException>(() => Make(act: Act));
        Assert.Equal([1, 2, 3], _due);

        await Assert.ThrowsAsync<StorageException>(() => Make(act: Act));
        Assert.Equal([1], _due);
        Assert.Empty(Troubles.Now);

        await Make();
        Assert.Empty(_due);
    }

    private static StorageException Full() => new("The disk is full.", new IOException());

    private Troubles Troubles => _world.Services.GetRequiredService<Troubles>();

    private static IEnumerable<long> Numbers(int first, int count) =>
        Enumerable.Range(first, count).Select(number => (long)number);

    private (Severity, string) Shown()
    {
        var trouble = Assert.Single(Troubles.Now);
        return (trouble.Severity, trouble.Part);
    }

    /// <param name="act">What is done with each row; it is settled when null, unless it is poison.</param>
    private Task Make(int together = 1, Action<long>? act = null)
    {
        var rows = new DueRows(
            Name,
            wanted =>
            {
                Assert.Equal(200, wanted.Most);
                return Task.FromResult(_due.Except(wanted.Without).Take(wanted.Most).ToList());
            },
            (rows, cancellation) =>
                _world.UnitOfWork.Write(
                    _ =>
                    {
                        foreach (var row in rows)
                            Try(row, act);
                        return Task.CompletedTask;
                    },
                    cancellation
                )
        )
        {
            Together = together,
        };
        return _world
            .Services.GetRequiredService<Rounds>()
            .Make(rows, _world.Clock.Now, CancellationToken.None);
    }

    private void Try(long row, Action<long>? act)
    {
        _tried.Add(row);
        if (_poison.Contains(row))
            throw new InvalidOperationException();
        if (act is null)
            _due.Remove(row);
        else
            act(row);
    }
}
