using CuratorBot.Events.Planning;
using CuratorBot.People;
using CuratorBot.Tests.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events.Planning;

public sealed class PlanSweepTests : IAsyncLifetime
{
    private const long Curator = 1001;
    private const long Director = 1002;
    private const long SecondCurator = 1101;
    private const string School = "kuznetsk_sosh_3";

    private World _world = null!;
    private Phone _curator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        _curator = new Phone(_world, Curator);
        await _world.UnitOfWork.Write(async scope =>
        {
            scope.Db.Reminders.RemoveRange(await scope.Db.Reminders.ToListAsync());
            return await scope.Db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Each_thing_is_said_once_however_often_the_clock_looks()
    {
        await Plan("20.01", "10");

        for (var look = 0; look < 3; look++)
            await _world.Sweep();
        foreach (var time in new[] { "2022-01-19 16:00", "2022-01-20 12:00", "2022-01-24 17:00" })
        {
            await _world.MoveClock(Transcript.MoscowTime(time));
            await _world.Restart();
            await _world.Sweep();
        }

        Assert.Single(HeardBy(Director, "В вашей школе запланировано"));
        Assert.Single(HeardBy(Curator, "Что важно знать"));
        Assert.Equal(2, HeardBy(Curator, "Как прошло?").Count());
        Assert.Null((await Only()).StageAt);
    }

    [Fact]
    public async Task After_days_of_silence_she_is_asked_how_it_went_once_and_not_told_what_is_too_late()
    {
        await Plan("20.01", "10");

        await _world.BeDownUntil(Transcript.MoscowTime("2022-02-01 11:00"));

        Assert.Empty(HeardBy(Director, "запланировано"));
        Assert.Empty(HeardBy(Curator, "Что важно знать"));
        Assert.Single(HeardBy(Curator, "Как прошло?"));
    }

    [Fact]
    public async Task Nobody_hears_of_it_at_night()
    {
        _world.Clock.Now = Transcript.MoscowTime("2022-01-17 21:30");
        await Plan("18.01", "9");
        await _world.Sweep();
        Assert.Empty(HeardBy(Director, "запланировано"));
        Assert.Empty(HeardBy(Curator, "Что важно знать: "));

        await _world.MoveClock(Transcript.MoscowTime("2022-01-18 08:00"));

        Assert.Single(HeardBy(Director, "запланировано"));
        Assert.Single(HeardBy(Curator, "Что важно знать: "));
    }

    [Fact]
    public async Task Where_she_does_not_work_with_the_school_any_more_whoever_helps_it_now_is_asked()
    {
        await Plan("20.01", "10");
        await Newcomers.AddWith(
            _world,
            SecondCurator,
            "Елена Прекрасная",
            new RoleAssignment
            {
                PersonId = 0,
                Role = Role.Curator,
                SchoolId = School,
                GrantedAt = _world.Clock.Now,
            }
        );
        await EndRoles(Curator);

        await _world.MoveClock(Transcript.MoscowTime("2022-01-19 16:00"));
        await new Phone(_world, SecondCurator).Presses("✖️ Не состоится");
        await new Phone(_world, SecondCurator).Says("Карантин");

        Assert.Empty(HeardBy(Curator, "Что важно знать: "));
        Assert.Single(HeardBy(SecondCurator, "Что важно знать: "));
        Assert.Equal((PlanState.NotHeld, "Карантин"), ((await Only()).State, (await Only()).Reason));
    }

    [Fact]
    public async Task Where_nobody_works_with_the_school_any_more_nobody_is_asked()
    {
        await Plan("20.01", "10");
        foreach (var account in new[] { Curator, 1004L, 1005L })
            await EndRoles(account);

        await _world.MoveClock(Transcript.MoscowTime("2022-01-20 12:00"));

        Assert.DoesNotContain(_world.Channel.Heard, heard => heard.Message.Text.Text.Contains("Как прошло?"));
        Assert.Null((await Only()).StageAt);
    }

    [Fact]
    public async Task What_goes_wrong_with_one_keeps_no_other_waiting_and_is_tried_again()
    {
        await Plan("20.01", "10");
        await Plan("20.01", "12");
        var broken = (await All())[0].Id;
        await Change(broken, plan => plan.ToldOn = null, zone: "Nowhere/Never");

        await _world.MoveClock(Transcript.MoscowTime("2022-01-20 14:00"));

        Assert.Single(HeardBy(Curator, "Как прошло?"));
        await Change(broken, _ => { }, zone: "Europe/Moscow");
        await _world.MoveClock(_world.Clock.Now.AddSeconds(59));
        Assert.Single(HeardBy(Curator, "Как прошло?"));
        await _world.MoveClock(_world.Clock.Now.AddSeconds(1));
        Assert.Equal(2, HeardBy(Curator, "Как прошло?").Count());
    }

    [Fact]
    public async Task When_the_school_cannot_be_told_the_brief_comes_in_its_time_all_the_same()
    {
        await Plan("24.01", "10");
        var briefAt = (await Only()).StageAt;
        await Poison.Changes(_world, "planned_events", (await Only()).Id, ofColumn: "TellAt");

        await _world.MoveClock(World.Start.AddMinutes(10));
        await _world.MoveClock(World.Start.AddHours(3));
        Assert.Empty(HeardBy(Director, "запланировано"));
        Assert.Empty(HeardBy(Curator, "Что важно знать: "));
        Assert.Equal(briefAt, (await Only()).StageAt);

        await _world.MoveClock(Transcript.MoscowTime("2022-01-21 16:00"));
        Assert.Single(HeardBy(Curator, "Что важно знать: "));
    }

    private async Task Plan(string day, string hour)
    {
        await _curator.Says("/plan");
        if (_curator.Sees("➕ Запланировать"))
            await _curator.Presses("➕ Запланировать");
        await _curator.Presses("СОШ №3");
        await _curator.Presses("Посещение школы");
        await _curator.Says(day);
        await _curator.Says(hour);
        await _curator.Presses("📆 Запланировать");
    }

    private IEnumerable<Heard> HeardBy(long account, string words) =>
        _world.Channel.Heard.Where(heard =>
            heard.ChatId == account
            && heard.Message.Kind == Messaging.OutgoingKind.Send
            && heard.Message.Text.Text.Contains(words, StringComparison.Ordinal)
            && !heard.Message.Text.Text.StartsWith("Запланировано: ", StringComparison.Ordinal)
        );

    private Task<List<PlannedEvent>> All() =>
        _world.Read(db => db.PlannedEvents.OrderBy(plan => plan.Id).ToListAsync());

    private async Task<PlannedEvent> Only() => Assert.Single(await All());

    private Task Change(long id, Action<PlannedEvent> change, string zone) =>
        _world.UnitOfWork.Write(async scope =>
        {
            var plan = await scope.Db.PlannedEvents.SingleAsync(row => row.Id == id);
            change(plan);
            scope.Db.Entry(plan).Property(row => row.TimeZone).CurrentValue = zone;
            return await scope.Db.SaveChangesAsync();
        });

    private Task EndRoles(long account) =>
        _world.UnitOfWork.Write(async scope =>
        {
            var roles = await (
                from role in scope.Db.RoleAssignments
                join one in scope.Db.ChannelAccounts on role.PersonId equals one.PersonId
                where one.AccountId == account && role.RevokedAt == null
                select role
            ).ToListAsync();
            roles.ForEach(role => role.RevokedAt = _world.Clock.Now);
            return await scope.Db.SaveChangesAsync();
        });
}
