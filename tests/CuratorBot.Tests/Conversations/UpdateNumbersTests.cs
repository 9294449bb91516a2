using CuratorBot.Messaging;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Conversations;

/// <summary>Each update is answered once, whatever the clock says when it is handed over again.</summary>
public sealed class UpdateNumbersTests : IAsyncLifetime
{
    private const long First = 700_000_000;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private World _world = null!;
    private Phone _curator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        _curator = new Phone(_world, 1001);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clock_that_jumps_a_week_lets_no_update_in_twice(bool restarts)
    {
        await Accept(First, First + 1);
        foreach (var jump in new[] { Week, -2 * Week, 3 * Week })
        {
            _world.Machine.Ahead += jump;
            _world.Clock.Jump(jump);
            if (restarts)
                await _world.Restart();
            await Accept(First, First + 1);
            Assert.Equal(2, Answers());
        }

        await Accept(First + 1, First + 2);
        Assert.Equal(3, Answers());
        await Accept(First, First + 2);
        Assert.Equal(3, Answers());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_quiet_week_Telegram_begins_anew_and_is_answered_though_its_numbers_were_there_before(
        bool restarts
    )
    {
        await Accept(First, First + 1);
        await Accept(First + 900_000_000);
        _world.Clock.Now += Week;
        if (restarts)
            await _world.Restart();

        await Accept(First, First + 1);
        Assert.Equal(5, Answers());
        await Accept(First + 1, First + 2);
        Assert.Equal(6, Answers());
    }

    [Fact]
    public async Task What_one_of_two_connections_hands_over_late_belongs_to_the_same_numbers()
    {
        await Accept(First + 50);
        await Accept(First);
        await Accept(First + 50);

        Assert.Equal(2, Answers());
    }

    private async Task Accept(params long[] updates)
    {
        foreach (var update in updates)
            await _world.Accept(_curator.Message() with { Text = "/help" }, update);
        await _world.Settle();
    }

    private int Answers() => _world.Channel.Heard.Count(heard => heard.Message.Kind == OutgoingKind.Send);
}
