using CuratorBot.Events;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

public sealed class ReportPlaysTests
{
    [Fact]
    public async Task Each_way_of_asking_about_an_event_has_a_play()
    {
        await using var world = await World.Open();
        var types = await world.Read(db => db.EventTypes.AsNoTracking().ToListAsync());

        Assert.Equal(
            types.Select(WantsOf).Distinct().Order(),
            types.Where(type => ReportPlays.All.ContainsKey(type.Id)).Select(WantsOf).Order()
        );
    }

    private static string WantsOf(EventType type)
    {
        var kind = EventKind.Of(type);
        return string.Join(
            ", ",
            new[] { "topic", "result", "question", "host", "of", "teachers", "schoolMore", "level" }
                .Where(kind.Wants)
                .Concat(kind.CountsOnly ? ["counts only"] : [])
                .Concat(kind.WordsFor("result") is { } words ? [words] : [])
        );
    }
}
