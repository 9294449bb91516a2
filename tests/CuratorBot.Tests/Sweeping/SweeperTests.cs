using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Sweeping;
using CuratorBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Sweeping;

public sealed class SweeperTests
{
    [Fact]
    public async Task A_sweep_that_fails_keeps_no_other_waiting_and_shows_until_it_is_well()
    {
        var (broken, full, well) = (
            new Sample("broken") { Error = new InvalidOperationException() },
            new Sample("full") { Error = new StorageException("The disk is full.", new IOException()) },
            new Sample("well")
        );
        await using var world = await World.Open(
            seeded: false,
            services =>
                services.AddSingleton<ISweep>(broken).AddSingleton<ISweep>(full).AddSingleton<ISweep>(well)
        );
        var troubles = world.Services.GetRequiredService<Troubles>();

        await world.Sweep();
        Assert.Equal(1, well.Runs);
        Assert.Equal(
            [("sweep:broken.look", Severity.NeedsPerson), ("sweep:full.look", Severity.Passing)],
            troubles.Now.Select(trouble => (trouble.Part, trouble.Severity)).Order()
        );

        (broken.Error, full.Error) = (null, null);
        await world.Sweep();
        Assert.Empty(troubles.Now);
        Assert.Equal(2, well.Runs);
    }

    [Fact]
    public async Task Every_sweep_has_a_name_of_its_own()
    {
        await using var world = await World.Open(seeded: false);

        var names = world.Services.GetServices<ISweep>().Select(sweep => sweep.Name).ToList();

        Assert.Equal(12, names.Distinct().Count());
        Assert.Equal(12, names.Count);
    }

    private sealed class Sample(string name) : ISweep
    {
        public string Name => name;
        public Exception? Error { get; set; }
        public int Runs { get; private set; }

        public Task Run(DateTimeOffset now, CancellationToken cancellation = default)
        {
            Runs++;
            return Error is null ? Task.CompletedTask : Task.FromException(Error);
        }
    }
}
