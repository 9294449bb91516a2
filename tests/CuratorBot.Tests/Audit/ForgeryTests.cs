using CuratorBot.Audit;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Audit;

/// <summary>Buttons and commands that nobody was offered: refused, and noted, but not without end.</summary>
public sealed class ForgeryTests : IAsyncLifetime
{
    private const long Coordinator = 1004;
    private const long Curator = 1001;
    private const long Unknown = 9009;

    private World _world = null!;
    private Phone _curator = null!;
    private Phone _coordinator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        (_curator, _coordinator) = (new Phone(_world, Curator), new Phone(_world, Coordinator));
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("чепуха")]
    [InlineData("1.")]
    [InlineData("999999999.0")]
    [InlineData("99999999999999999999.0")]
    [InlineData("1.99999999999")]
    [InlineData("-1.0")]
    public async Task A_button_that_was_never_offered_is_refused_and_noted(string data)
    {
        await _world.Receive(_curator.PressData(data));

        Assert.StartsWith("Эта кнопка уже не действует", _world.Channel.Toasts.Single().Toast);
        Assert.Empty(_world.Channel.Heard);
        var entry = Assert.Single(await Entries());
        Assert.Equal(("forgery.unknownButton", "kuznetsk"), (entry.What, entry.MunicipalityId));
    }

    [Fact]
    public async Task A_place_beyond_the_buttons_of_a_message_is_refused_and_noted()
    {
        await _curator.Says("/start");
        var button = _curator.Press("Рассказать о мероприятии").Pressed!;

        await _world.Receive(_curator.PressData($"{button.Split('.')[0]}.50"));

        Assert.Equal("forgery.unknownButton", Assert.Single(await Entries()).What);
    }

    [Fact]
    public async Task A_button_of_somebody_elses_chat_does_nothing_and_the_entry_says_whose_it_was()
    {
        await _coordinator.Says("/invite");
        var hers = _coordinator.Press("Педагога").Pressed!;
        var heard = _world.Channel.Heard.Count;

        await _world.Receive(_curator.PressData(hers));

        Assert.Equal(heard, _world.Channel.Heard.Count);
        var entry = Assert.Single(await Entries());
        Assert.Equal("forgery.foreignButton", entry.What);
        Assert.Equal((await PersonOf(Curator), await PersonOf(Coordinator)), (entry.ActorId, entry.PersonId));
        Assert.Equal("role", (await _world.Read(db => db.Sessions.SingleAsync())).Step);
    }

    [Fact]
    public async Task A_stale_keyboard_that_is_forged_into_a_group_does_nothing()
    {
        await _coordinator.Says("/invite");
        var hers = _coordinator.Press("Педагога").Pressed!;

        await _coordinator.PressesInGroup(hers);

        Assert.DoesNotContain(_world.Channel.Heard, heard => heard.ChatId == Phone.Group);
        Assert.Equal("forgery.buttonInGroup", Assert.Single(await Entries()).What);
        Assert.Equal("role", (await _world.Read(db => db.Sessions.SingleAsync())).Step);
    }

    [Fact]
    public async Task A_forwarded_command_is_refused_and_noted()
    {
        await _coordinator.Forwards("/invite");

        Assert.Contains("наберите её сами", _world.Channel.Heard.Single().Message.Text.Text);
        Assert.Empty(await _world.Read(db => db.Sessions.ToListAsync()));
        Assert.Equal("forgery.forwardedCommand", Assert.Single(await Entries()).What);
    }

    [Fact]
    public async Task A_forwarded_answer_is_an_answer()
    {
        await _curator.Says("/report");

        await _curator.Forwards("Посещение школы");

        Assert.Equal("school", (await _world.Read(db => db.Sessions.SingleAsync())).Step);
        Assert.Empty(await Entries());
    }

    [Fact]
    public async Task Somebody_unknown_who_forges_in_a_group_is_noted_and_not_stored()
    {
        await new Phone(_world, Unknown).PressesInGroup("1.0");

        Assert.Null(Assert.Single(await Entries()).ActorId);
        Assert.Equal(0, await PersonOf(Unknown));
    }

    /// <summary>The press comes while the message with the button is still being delivered.</summary>
    [Fact]
    public async Task A_quick_finger_is_no_forger()
    {
        var pressed = Task.CompletedTask;
        _world.Channel.Refuse = (_, message) =>
        {
            _world.Channel.Refuse = (_, _) => null;
            pressed = _world.Accept(_curator.PressData(ButtonId.Of(message.Id, 0)));
            pressed.Wait();
            return null;
        };

        await _curator.Says("/me");
        await pressed;
        await _world.Settle();

        Assert.Empty(await Entries());
        Assert.Contains("Как к вам обращаться", _world.Channel.Heard.Last().Message.Text.Text);
    }

    [Fact]
    public async Task Nobody_can_fill_the_audit_with_forgeries()
    {
        for (var press = 0; press < 50; press++)
            await _world.Receive(_curator.PressData("чепуха"));
        Assert.Equal(5, (await Entries()).Count);

        for (var account = 0; account < 200; account++)
            await new Phone(_world, 20_000 + account).PressesInGroup("чепуха");
        Assert.Equal(100, (await Entries()).Count);

        _world.Clock.Now += TimeSpan.FromHours(1);
        await _world.Receive(_curator.PressData("чепуха"));
        Assert.Equal(101, (await Entries()).Count);
        Assert.IsType<AuditVerdict.Holds>(await _world.Read(db => AuditChain.Verify(db)));
    }

    private Task<List<AuditEntry>> Entries() =>
        _world.Read(db =>
            db.Audit.Where(row => row.What.StartsWith("forgery.")).OrderBy(row => row.Sequence).ToListAsync()
        );

    private Task<long> PersonOf(long account) =>
        _world.Read(db =>
            db.ChannelAccounts.Where(row => row.AccountId == account)
                .Select(row => row.PersonId)
                .SingleOrDefaultAsync()
        );
}
