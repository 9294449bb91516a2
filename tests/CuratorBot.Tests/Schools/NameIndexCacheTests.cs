using CuratorBot.Schools;
using CuratorBot.Tests.Seed;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Schools;

public sealed class NameIndexCacheTests
{
    [Fact]
    public async Task The_index_is_kept_until_the_facts_move_on()
    {
        await using var seeded = await SeededDb.FilledAsync();
        using var cache = new NameIndexCache();
        await using var db = seeded.Open();

        var first = await cache.For(db, revision: 1);
        Assert.Same(first, await cache.For(db, revision: 1));
        Assert.Equal("kuznetsk", SeedNames.Say(first.Find("Кузнецк")));

        await db.Municipalities.Where(row => row.Id == "kuznetsk").ExecuteDeleteAsync();
        Assert.Same(first, await cache.For(db, revision: 1));
        var second = await cache.For(db, revision: 2);
        Assert.NotEqual("kuznetsk", SeedNames.Say(second.Find("Кузнецк")));
    }

    [Fact]
    public async Task A_reader_of_an_older_revision_gets_the_newer_index()
    {
        await using var seeded = await SeededDb.FilledAsync();
        using var cache = new NameIndexCache();
        await using var db = seeded.Open();
        var newer = await cache.For(db, revision: 5);
        Assert.Same(newer, await cache.For(db, revision: 4));
    }
}
