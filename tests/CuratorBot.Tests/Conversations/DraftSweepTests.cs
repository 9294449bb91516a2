using CuratorBot.Conversations.Drafts;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Conversations;

public sealed class DraftSweepTests : IAsyncLifetime
{
    private const long Curator = 1001;

    private World _world = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        await new Transcript(_world).Play(["@ curator", "> /report", "> [Посещение школы]"]);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Two_sweeps_at_the_same_time_remind_once()
    {
        _world.Clock.Now = World.Start.AddHours(3);
        var sweep = _world.Services.GetRequiredService<DraftSweep>();

        await Task.WhenAll(sweep.Run(_world.Clock.Now), sweep.Run(_world.Clock.Now));
        await _world.Settle();

        Assert.Single(Nudges());
    }

    [Fact]
    public async Task Whoever_lost_the_right_to_the_form_is_not_reminded_of_it()
    {
        await _world.UnitOfWork.Write(async scope =>
        {
            foreach (var role in await scope.Db.RoleAssignments.ToListAsync())
                role.RevokedAt = _world.Clock.Now;
        });

        await _world.MoveClock(World.Start.AddHours(3));

        Assert.Empty(Nudges());
    }

    [Fact]
    public async Task A_warning_that_comes_late_leaves_the_time_that_it_promises()
    {
        await _world.MoveClock(World.Start.AddDays(60), remind: false);

        var draft = await _world.Read(db => db.Sessions.SingleAsync());
        Assert.True(draft.WasWarned);
        Assert.Equal(_world.Clock.Now.AddDays(2), draft.ExpiresAt);
    }

    [Fact]
    public async Task A_draft_whose_form_is_no_more_ends_without_a_word()
    {
        await _world.UnitOfWork.Write(async scope => (await scope.Db.Sessions.SingleAsync()).Form = "gone");
        var heard = _world.Channel.Heard.Count(heard => heard.Message.Kind == OutgoingKind.Send);

        await _world.MoveClock(World.Start.AddDays(31), remind: false);

        Assert.False(await _world.Read(db => db.Sessions.AnyAsync()));
        Assert.Equal(heard, _world.Channel.Heard.Count(one => one.Message.Kind == OutgoingKind.Send));
    }

    [Theory]
    [InlineData(27)]
    [InlineData(28)]
    [InlineData(24 * 7)]
    public async Task After_an_outage_she_is_reminded_once_and_again_a_day_later(int hours)
    {
        await _world.BeDownUntil(World.Start.AddHours(hours));
        await _world.MoveClock(_world.Clock.Now.AddSeconds(10));
        await _world.MoveClock(_world.Clock.Now.AddHours(20));
        Assert.Single(Nudges());

        await _world.MoveClock(_world.Clock.Now.AddHours(4));
        Assert.Equal(2, Nudges().Count());
    }

    [Fact]
    public async Task After_sixty_days_she_hears_of_the_end_and_not_of_the_days_before_it()
    {
        await _world.BeDownUntil(World.Start.AddDays(60));
        await _world.MoveClock(_world.Clock.Now.AddSeconds(10));

        Assert.Contains(
            "потом удалятся",
            Assert.Single(Nudges()).Message.Text.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_draft_that_fails_keeps_no_other_waiting()
    {
        await new Transcript(_world).Play(["@ director", "> /ask"]);
        var drafts = await _world.Read(db => db.Sessions.OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(2, drafts.Count);
        await Poison.Changes(_world, "sessions", drafts[0].Id);

        await _world.MoveClock(World.Start.AddDays(40), remind: false);

        Assert.Equal(
            [drafts[0].Id],
            await _world.Read(db => db.Sessions.Select(row => row.Id).ToListAsync())
        );
    }

    private IEnumerable<Heard> Nudges() =>
        _world.Channel.Heard.Where(heard =>
            heard.ChatId == Curator
            && heard.Message.Text.Text.StartsWith("Ждёт продолжения", StringComparison.Ordinal)
        );
}
