using CuratorBot.Condition;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Privacy;

/// <content>What cannot be deleted keeps nothing else.</content>
public sealed partial class PurgeTests
{
    [Fact]
    public async Task One_person_who_cannot_be_forgotten_stops_no_other_deletion()
    {
        await using var world = await World.Open();
        await new Phone(world, 1003).Says("/start 7777-7777-7777");
        var leaving = await world.Read(db =>
            db.People.OrderBy(row => row.Id).Take(3).Select(row => row.Id).ToListAsync()
        );
        await world.UnitOfWork.Write(scope =>
            scope
                .Db.People.Where(row => EF.Parameter(leaving).Contains(row.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ForgetAt, World.Start))
        );
        await Poison.Changes(world, "people", leaving[0]);

        await Run(world, TimeSpan.FromDays(2));

        Assert.Equal(
            leaving[1..],
            await world.Read(db =>
                db.People.Where(row => row.ForgottenAt != null)
                    .OrderBy(row => row.Id)
                    .Select(row => row.Id)
                    .ToListAsync()
            )
        );
        Assert.Equal(0, await world.Read(db => db.WrongCodes.CountAsync()));
        Assert.Equal(
            "sweep:people to be forgotten",
            Assert.Single(world.Services.GetRequiredService<Troubles>().Now).Part
        );
    }

    [Fact]
    public async Task The_text_of_a_message_that_nobody_can_read_any_more_goes_too()
    {
        await using var world = await World.Open();
        await new Phone(world, 1001).Says("/help");
        await new Phone(world, 1001).Says("/tasks");
        await world.UnitOfWork.Write(async scope =>
            (await scope.Db.Outbox.OrderBy(row => row.Id).FirstAsync()).Body = "{\"Text\":\"Сокровенное"
        );

        await Run(world, Terms.MessageTexts + Minute);

        Assert.Empty(await TextsOf(world));
    }

    [Fact]
    public async Task One_row_that_cannot_be_removed_keeps_no_other_of_its_kind()
    {
        await using var world = await World.Open();
        await world.UnitOfWork.Write(scope =>
        {
            scope.Db.RosterEntries.AddRange(
                Enumerable.Range(0, 4).Select(number => Expected(world, $"+7915000000{number}", null))
            );
            return scope.Db.SaveChangesAsync();
        });
        var first = await world.Read(db =>
            db.RosterEntries.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync()
        );
        await Poison.Removal(world, "roster_entries", first);

        await Run(world, Terms.Roster + Minute);

        Assert.Equal([first], await world.Read(db => db.RosterEntries.Select(row => row.Id).ToListAsync()));
    }
}
