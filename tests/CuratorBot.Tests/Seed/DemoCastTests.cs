using CuratorBot.People;
using CuratorBot.Seed;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Seed;

public sealed class DemoCastTests : IAsyncLifetime
{
    private SeededDb _seeded = null!;

    public async Task InitializeAsync() => _seeded = await SeededDb.FilledAsync();

    public async Task DisposeAsync() => await _seeded.DisposeAsync();

    [Fact]
    public async Task Five_have_roles_and_the_stranger_has_not_even_a_row()
    {
        await using var db = _seeded.Open();
        Assert.True(await new DemoCast(_seeded.Ids, TimeProvider.System).Write(db));

        Assert.Equal(6, DemoCast.Members.Count);
        Assert.Equal(
            5,
            await db.People.CountAsync(person =>
                person.Name != null && db.Consents.Any(row => row.PersonId == person.Id)
            )
        );
        Assert.Equal(
            [1001, 1002, 1003, 1004, 1005],
            await db
                .ChannelAccounts.Where(row => row.ChatId == row.AccountId)
                .Select(row => row.AccountId)
                .Order()
                .ToListAsync()
        );
        var roles = await db.RoleAssignments.ToListAsync();
        Assert.Equal(6, roles.Count);
        Assert.Equal(2, roles.Count(role => role.Role == Role.Curator));
        Assert.Equal("kuznetsk", roles.Single(role => role.Role == Role.MunicipalCoordinator).MunicipalityId);
        Assert.Null(roles.Single(role => role.Role == Role.RegionalCoordinator).Region);
    }

    [Fact]
    public async Task Casting_twice_is_casting_once()
    {
        await using var db = _seeded.Open();
        var cast = new DemoCast(_seeded.Ids, TimeProvider.System);
        await cast.Write(db);
        Assert.False(await cast.Write(db));
        Assert.Equal(5, await db.People.CountAsync());
        Assert.Equal(6, await db.RoleAssignments.CountAsync());
    }

    [Fact]
    public async Task Every_role_is_over_something_that_exists()
    {
        await using var db = _seeded.Open();
        var schools = await db.Schools.Select(row => row.Id).ToListAsync();
        Assert.All(
            DemoCast
                .Members.SelectMany(member => member.Roles)
                .Select(role => role.SchoolId)
                .OfType<string>(),
            school => Assert.Contains(school, schools)
        );
    }
}
