using CuratorBot.Host.Tests.Support;
using CuratorBot.Status.Documents;
using CuratorBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Status.Documents;

/// <summary>Whatever changes and whatever dies: an answer from documents is the answer from the facts.</summary>
public sealed class DocumentPropertyTests
{
    private const int Steps = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_random_changes_kills_and_restores_every_answer_is_that_of_the_facts(int seed)
    {
        await using var world = await World.Open();
        var dice = new Dice(seed);
        var (facts, both) = (new RandomFacts(world, dice), new BothWays(world));
        await Projector(world).CatchUp();
        string? backup = null;
        for (var step = 0; step < Steps; step++)
        {
            for (var change = dice.Below(4); change > 0; change--)
                await facts.ChangeOne();
            if (dice.Below(3) == 0)
                world.Clock.Now += TimeSpan.FromHours(dice.Below(70) - 30);
            switch (dice.Below(8))
            {
                case 0:
                    await Projector(world).Close();
                    await world.Restart();
                    await Projector(world).Open();
                    break;
                case 1:
                    await world.Restart(); // nobody closed the file in peace
                    await Projector(world).Open();
                    break;
                case 2:
                    backup = world.CopyOfDatabase();
                    break;
                case 3 when backup is not null:
                    await world.RestartFrom(backup);
                    backup = null;
                    await Projector(world).Open();
                    break;
                default:
                    await Projector(world).CatchUp();
                    break;
            }
            var part = dice.Below(7);
            await both.Compare(
                BothWays.Everybody[dice.Below(BothWays.Everybody.Count)],
                id => id.Sum(letter => letter) % 7 == part
            );
        }
        await Projector(world).CatchUp();
        await Projector(world).CatchUp();
        foreach (var who in BothWays.Everybody)
            await both.Compare(who);

        Assert.True(world.Services.GetRequiredService<IDocumentStore>().IsWhole);
        Assert.InRange(both.FromDocuments, 400, int.MaxValue);
    }

    private static StatusProjector Projector(World world) =>
        world.Services.GetRequiredService<StatusProjector>();
}
