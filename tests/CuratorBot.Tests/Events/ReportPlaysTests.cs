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
        var kind = new EventKind(type.Category, type.Id);
        return string.Join(
            ", ",
            new (string What, Func<EventKind?, bool> Wants)[]
            {
                ("topic", EventWants.Topic),
                ("result", EventWants.Result),
                ("question", EventWants.Question),
                ("host", EventWants.Host),
                ("share", EventWants.Share),
                ("shares", EventWants.Shares),
                ("several schools", EventWants.SeveralSchools),
                ("level", EventWants.Level),
                ("counts only", EventWants.CountsOnly),
                ("agenda", EventWants.Agenda),
                ("award", EventWants.Award),
            }
                .Where(one => one.Wants(kind))
                .Select(one => one.What)
        );
    }
}
