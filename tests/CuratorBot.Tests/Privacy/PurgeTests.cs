using CuratorBot.Data;
using CuratorBot.Members.Inviting;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.Privacy;
using CuratorBot.Tests.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Privacy;

/// <summary>Each kind of data is kept for its term, to the minute, and no longer.</summary>
public sealed partial class PurgeTests
{
    private static readonly RetentionOptions Terms = new();
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_text_of_a_message_goes_and_its_buttons_go_on_working()
    {
        await using var world = await World.Open();
        var curator = new Phone(world, 1001);
        await curator.Says("/report");
        var visit = curator.Press("Посещение школы");

        await Run(world, Terms.MessageTexts - Minute);
        Assert.NotEmpty(await TextsOf(world));
        await Run(world, Terms.MessageTexts + Minute);
        Assert.Empty(await TextsOf(world));
        await world.Receive(visit);

        Assert.StartsWith("В какой школе это было?", Newcomers.LastTo(world, curator));
        var pressed = world.Channel.Shown[(1001, 5001)];
        Assert.StartsWith("О каком мероприятии", pressed.Text.Text); // what stands in the chat was left alone
        Assert.Empty(pressed.Choices);
    }

    [Fact]
    public async Task After_a_project_year_a_button_says_that_it_is_stale()
    {
        await using var world = await World.Open();
        var curator = new Phone(world, 1001);
        await curator.Says("/status");
        await curator.Says("/report");
        var visit = curator.Press("Посещение школы");

        await Run(world, Terms.Messages + Minute);
        await world.Receive(visit);

        Assert.Equal(0, await world.Read(db => db.Outbox.CountAsync(row => row.MessageId != null)));
        Assert.StartsWith("Эта кнопка уже не действует", world.Channel.Toasts.Last().Toast);
    }

    [Fact]
    public async Task What_waits_to_be_sent_is_left_alone_however_old_it_is()
    {
        await using var world = await World.Open();
        await world.UnitOfWork.Write(scope =>
        {
            scope.Messages.Add(
                Postman.RowFor(
                    "telegram",
                    1001,
                    null,
                    Lane.Broadcast,
                    new OutgoingMessage { Id = 7, Text = "Ждёт" },
                    World.Start
                )
            );
            return Task.CompletedTask;
        });

        await Run(world, TimeSpan.FromDays(4000));

        Assert.Equal("Ждёт", Outbox.Read(await world.Read(db => db.Outbox.SingleAsync())).Text.Text);
    }

    [Fact]
    public async Task A_wrong_code_goes()
    {
        await using var world = await World.Open();
        await new Phone(world, 1003).Says("/start 7777-7777-7777");

        await AssertTerm(world, Terms.WrongCodes, db => db.WrongCodes.CountAsync());
    }

    [Fact]
    public async Task A_declined_request_goes_and_an_accepted_one_stays()
    {
        await using var world = await World.Open();
        var (coordinator, declined) = (new Phone(world, 1004), new Phone(world, 3001));
        await Newcomers.Ask(declined);
        await coordinator.Presses("Отклонить");
        await Newcomers.Ask(new Phone(world, 3002));
        await coordinator.Presses("Принять");

        await AssertTerm(world, Terms.Requests, db => db.JoinRequests.CountAsync(), left: 1);
        Assert.Equal(1, await world.Read(db => db.JoinRequestCards.CountAsync()));
    }

    [Fact]
    public async Task An_invitation_that_ran_out_unused_goes()
    {
        await using var world = await World.Open();
        await Newcomers.Invite(world, new InvitedTo(Role.RegionalCoordinator));

        await AssertTerm(world, TimeSpan.FromDays(14) + Terms.Invitations, db => db.Invitations.CountAsync());
    }

    [Fact]
    public async Task A_stranger_who_never_agreed_is_forgotten_with_her_chat()
    {
        await using var world = await World.Open();
        var stranger = new Phone(world, 3001);
        await stranger.Says("привет");
        await stranger.Says("/start");

        await AssertTerm(
            world,
            Terms.Strangers,
            db => db.ChannelAccounts.CountAsync(row => row.AccountId == 3001)
        );
        Assert.Equal(0, await world.Read(db => db.Outbox.CountAsync(row => row.ChatId == 3001)));
        Assert.Equal(5, await world.Read(db => db.People.CountAsync()));
        await stranger.Presses("Согласен");
        Assert.StartsWith("Эта кнопка уже не действует", world.Channel.Toasts.Last().Toast);
    }

    [Fact]
    public async Task Somebody_of_the_roster_who_never_came_goes()
    {
        await using var world = await World.Open();
        await world.UnitOfWork.Write(scope =>
        {
            scope.Db.RosterEntries.AddRange(
                Expected(world, "+79150000001", null),
                Expected(world, "+79150000002", 1)
            );
            return scope.Db.SaveChangesAsync();
        });

        await AssertTerm(world, Terms.Roster, db => db.RosterEntries.CountAsync(), left: 1);
    }

    [Fact]
    public async Task An_update_that_was_dealt_with_goes_by_the_real_time()
    {
        await using var world = await World.Open();
        var now = world.Services.GetRequiredService<RealTime>().Now;
        await world.UnitOfWork.Write(scope =>
        {
            scope.Db.Inbox.AddRange(
                Came(1, InboxState.Done, now - Terms.Updates - Minute),
                Came(2, InboxState.Parked, now - Terms.Updates - Minute),
                Came(3, InboxState.Parked, now - Terms.Updates + Minute)
            );
            return scope.Db.SaveChangesAsync();
        });

        await Run(world, TimeSpan.Zero);

        Assert.Equal([3], await world.Read(db => db.Inbox.Select(row => row.UpdateId).ToListAsync()));
    }

    [Fact]
    public async Task More_than_one_portion_goes_in_one_run_and_a_second_run_finds_nothing()
    {
        await using var world = await World.Open();
        await world.UnitOfWork.Write(scope =>
        {
            scope.Db.WrongCodes.AddRange(
                Enumerable
                    .Range(0, 1201)
                    .Select(_ => new WrongCode
                    {
                        Id = world.Ids.Next(),
                        PersonId = 1,
                        At = World.Start,
                    })
            );
            return scope.Db.SaveChangesAsync();
        });

        await Run(world, TimeSpan.FromDays(2));
        Assert.Equal(0, await world.Read(db => db.WrongCodes.CountAsync()));
        var revision = world.UnitOfWork.ReadRevision();
        await Run(world, TimeSpan.FromDays(2));
        Assert.Equal(revision, world.UnitOfWork.ReadRevision());
    }

    [Fact]
    public void Every_term_is_checked_at_the_start()
    {
        foreach (var term in typeof(RetentionOptions).GetProperties().Where(one => one.CanWrite))
        {
            var retention = new RetentionOptions();
            Assert.True(retention.AreAboveZero);
            term.SetValue(retention, TimeSpan.Zero);
            Assert.False(retention.AreAboveZero, term.Name);
        }
    }

    /// <summary>A minute before the term it is there, at its end it is not.</summary>
    private static async Task AssertTerm(
        World world,
        TimeSpan term,
        Func<CuratorBotDb, Task<int>> count,
        int left = 0
    )
    {
        var before = await world.Read(count);
        Assert.True(before > left);
        await Run(world, term - Minute);
        Assert.Equal(before, await world.Read(count));
        await Run(world, term + Minute);
        Assert.Equal(left, await world.Read(count));
    }

    private static async Task Run(World world, TimeSpan later)
    {
        await world.Services.GetRequiredService<Purge>().Run(World.Start + later);
        await world.Settle();
    }

    private static Task<List<string>> TextsOf(World world) =>
        world.Read(async db =>
            (await db.Outbox.AsNoTracking().ToListAsync())
                .Select(row => Outbox.Read(row).Text.Text)
                .Where(text => text.Length > 0)
                .ToList()
        );

    private static RosterEntry Expected(World world, string phone, long? person) =>
        new()
        {
            Id = world.Ids.Next(),
            Name = "Ожидаемая",
            Phone = phone,
            PersonId = person,
            AddedAt = World.Start,
        };

    private static InboxRow Came(long update, InboxState state, DateTimeOffset at) =>
        new()
        {
            Channel = "telegram",
            Epoch = 1,
            UpdateId = update,
            AccountId = 1001,
            State = state,
            ReceivedAt = at,
        };
}
