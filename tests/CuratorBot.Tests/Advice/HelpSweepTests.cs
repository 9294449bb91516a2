using CuratorBot.Advice;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Advice;

/// <summary>Who is reminded of requests that nobody answers, when, and how often.</summary>
public sealed class HelpSweepTests : IAsyncLifetime
{
    private const long Curator = 1001;
    private const long Coordinator = 1004;
    private const long Region = 1005;
    private const string Answer = "💬 Ответить";

    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Open();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Two_looks_at_the_same_time_remind_once()
    {
        await Requests.Add(_world);
        _world.Clock.Now = World.Start.AddDays(1);
        var sweep = _world.Services.GetRequiredService<HelpSweep>();

        await Task.WhenAll(sweep.Run(_world.Clock.Now), sweep.Run(_world.Clock.Now));
        await _world.Settle();

        Assert.Single(Heard(Curator));
    }

    [Fact]
    public async Task At_night_nobody_is_reminded_and_in_the_morning_once_though_the_bot_began_anew()
    {
        await Requests.Add(_world, askedAt: Moscow("2022-01-17 23:30"));
        await MoveTo("2022-01-18 23:30");
        await MoveTo("2022-01-19 05:00");
        Assert.Empty(Heard(Curator));
        Assert.Equal(1, await _world.Read(db => db.HelpNudges.CountAsync()));

        await _world.Restart();
        await MoveTo("2022-01-19 08:59");
        Assert.Empty(Heard(Curator));
        await MoveTo("2022-01-19 09:00");
        await MoveTo("2022-01-19 09:10");

        Assert.Single(Heard(Curator));
        Assert.Equal(0, await _world.Read(db => db.HelpNudges.CountAsync()));
    }

    [Fact]
    public async Task Who_pauses_is_reminded_when_she_is_back()
    {
        await Requests.Add(_world);
        await _world.UnitOfWork.Write(async scope =>
            scope.Db.MorningWishes.Add(
                new MorningWish
                {
                    PersonId = await PersonOf(Curator),
                    Hour = 9,
                    PausedUntil = new DateOnly(2022, 1, 20),
                }
            )
        );

        await MoveTo("2022-01-19 12:00");
        Assert.Empty(Heard(Curator));
        await MoveTo("2022-01-20 09:00");

        Assert.Single(Heard(Curator));
    }

    [Fact]
    public async Task What_is_due_later_on_the_same_day_comes_along_in_one_message()
    {
        await Requests.Add(_world, askedAt: Moscow("2022-01-17 10:00"));
        await Requests.Add(_world, "kuznetsk_sosh_10", askedAt: Moscow("2022-01-17 15:00"));
        await MoveTo("2022-01-18 10:00");
        await MoveTo("2022-01-18 15:00");

        Assert.StartsWith(
            "🙋 Ждут ответа 2 просьбы",
            Assert.Single(Heard(Curator)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Many_requests_come_in_one_message_and_those_beyond_ten_on_the_next_day()
    {
        for (var number = 1; number <= 12; number++)
            await Requests.Add(_world, text: $"Просьба №{number}");

        await MoveTo("2022-01-18 10:00");
        await MoveTo("2022-01-18 18:00");
        var first = Assert.Single(Heard(Curator));
        Assert.StartsWith("🙋 Ждут ответа 10 просьб", first, StringComparison.Ordinal);
        await MoveTo("2022-01-19 10:00");

        Assert.StartsWith("🙋 Ждут ответа 2 просьбы", Heard(Curator)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_helper_hears_twice_then_the_coordinator_once_and_then_nobody_any_more()
    {
        await Requests.Add(_world);
        for (var day = 18; day <= 31; day++)
            await MoveTo($"2022-01-{day} 12:00");

        Assert.Equal(2, Heard(Curator).Count);
        var told = Assert.Single(Heard(Coordinator));
        Assert.Contains("Кому ещё отправлена: Варвара Примерова", told, StringComparison.Ordinal);
        Assert.Empty(Heard(Region));
    }

    [Fact]
    public async Task Where_the_coordinator_herself_helps_the_region_is_told()
    {
        await Revoke(Role.Curator);
        await Requests.Add(_world);
        for (var day = 18; day <= 24; day++)
            await MoveTo($"2022-01-{day} 12:00");

        Assert.Empty(Heard(Curator));
        Assert.Equal(2, Heard(Coordinator).Count);
        Assert.Contains("Марья Искусницына", Assert.Single(Heard(Region)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_helps_at_all_whoever_comes_later_is_told()
    {
        await Revoke(Role.Curator, Role.MunicipalCoordinator, Role.RegionalCoordinator);
        await Requests.Add(_world);
        await MoveTo("2022-01-18 12:00");
        await CuratorBot.Tests.People.Newcomers.AddCoordinator(_world, 2001, "Новая Метла", "kuznetsk");
        await MoveTo("2022-01-20 12:00");

        Assert.Single(Heard(2001));
    }

    [Fact]
    public async Task Whoever_helps_no_more_is_not_reminded_of_what_was_noted_for_her()
    {
        await Requests.Add(_world, askedAt: Moscow("2022-01-17 23:30"));
        await MoveTo("2022-01-18 23:30");
        await Revoke(Role.Curator);
        await MoveTo("2022-01-19 09:00");

        Assert.Empty(Heard(Curator));
        Assert.Equal(0, await _world.Read(db => db.HelpNudges.CountAsync()));
    }

    [Fact]
    public async Task What_was_answered_in_the_night_is_not_brought_to_mind_in_the_morning()
    {
        var id = await Requests.Add(_world, askedAt: Moscow("2022-01-17 23:30"));
        await MoveTo("2022-01-18 23:30");
        await _world.UnitOfWork.Write(async scope =>
            (await scope.Db.HelpRequests.SingleAsync(row => row.Id == id)).AnsweredAt = _world.Clock.Now
        );
        await MoveTo("2022-01-19 09:00");

        Assert.Empty(Heard(Curator));
    }

    [Fact]
    public async Task Whom_no_message_reaches_is_not_reminded_and_leaves_no_card()
    {
        await Requests.Add(_world, askedAt: Moscow("2022-01-17 23:30"));
        await MoveTo("2022-01-18 23:30");
        await _world.UnitOfWork.Write(async scope =>
            (await scope.Db.ChannelAccounts.SingleAsync(row => row.AccountId == Curator)).UnreachableBecause =
                "blocked"
        );
        await MoveTo("2022-01-19 09:00");

        Assert.Empty(Heard(Curator));
        Assert.Equal(0, await _world.Read(db => db.HelpCards.CountAsync()));
    }

    [Fact]
    public async Task An_answer_takes_its_line_and_button_out_of_every_reminder_and_the_last_one_ends_it()
    {
        await Requests.Add(_world, text: "Первая просьба");
        await Requests.Add(_world, text: "Вторая просьба");
        await MoveTo("2022-01-18 10:00");
        var curator = new Phone(_world, Curator);

        await curator.Presses("Ответить: 1");
        await curator.Says("Приеду завтра");
        var half = Shown(Curator);
        Assert.Contains(
            "✓ Ответ дан через 1 день. Отвечает: Варвара Примерова",
            half.Text.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["Ответить: 2"], half.Choices.SelectMany(row => row).Select(choice => choice.Label));

        await curator.Presses("Ответить: 2");
        await curator.Says("Приеду и туда");
        var done = Shown(Curator);
        Assert.StartsWith("🙋 Эти просьбы больше не ждут ответа", done.Text.Text, StringComparison.Ordinal);
        Assert.Empty(done.Choices);
        Assert.Equal(0, await _world.Read(db => db.HelpCards.CountAsync()));
    }

    [Fact]
    public async Task What_she_solved_herself_is_not_reminded_of_until_she_asks_again()
    {
        await new Transcript(_world).Play([
            "@ teacher",
            "> /ask",
            "> Нужна консультация",
            "> [✅ Отправить]",
            "> /ask",
            "> [Решено: 1]",
        ]);
        await MoveTo("2022-01-25 12:00");
        Assert.Empty(Heard(Curator));

        await _world.UnitOfWork.Write(async scope =>
            (await scope.Db.HelpRequests.SingleAsync()).SolvedAt = null
        );
        await new Transcript(_world).Play(["@ teacher", "> /ask"]);
        await _world.UnitOfWork.Write(async scope =>
            (await scope.Db.HelpRequests.SingleAsync()).SolvedAt = _world.Clock.Now
        );
        await new Transcript(_world).Play(["@ teacher", "> [Дополнить: 1]", "> Всё-таки нужна"]);
        await MoveTo("2022-01-26 12:00");

        Assert.Single(Heard(Curator));
    }

    [Fact]
    public async Task What_goes_wrong_with_one_request_keeps_no_other_waiting_and_tells_the_log_nothing_of_it()
    {
        await _world.UnitOfWork.Write(scope =>
            Task.FromResult(
                scope.Db.Add(
                    new HelpRequest
                    {
                        Id = _world.Ids.Next(),
                        SchoolId = "nowhere",
                        Region = "",
                        AskedBy = 0,
                        AskedAt = World.Start.AddDays(-1),
                        RemindAt = World.Start,
                        Text = "Сокровенное",
                    }
                )
            )
        );
        await Requests.Add(_world);

        await MoveTo("2022-01-18 10:00");

        Assert.Single(Heard(Curator));
        Assert.NotEmpty(_world.Log.Holding(["could not be seen to"]));
        Assert.Empty(_world.Log.Holding(["Сокровенное"]));
        Assert.Equal(
            Moscow("2022-01-18 11:00"),
            (await _world.Read(db => db.HelpRequests.SingleAsync(row => row.SchoolId == "nowhere"))).RemindAt
        );
    }

    [Fact]
    public async Task A_card_whose_text_is_kept_no_more_loses_its_button_only()
    {
        await new Transcript(_world).Play([
            "@ teacher",
            "> /ask",
            "> Нужна консультация",
            "> [✅ Отправить]",
            "@ curator",
            "> [💬 Ответить]",
        ]);
        await _world.UnitOfWork.Write(async scope =>
        {
            var card = (await scope.Db.HelpCards.SingleAsync()).OutboxId;
            var row = await scope.Db.Outbox.SingleAsync(row => row.Id == card);
            row.Body = Postman.BodyOfAnswer(Outbox.Read(row));
        });

        await new Phone(_world, Curator).Says("Приеду завтра");

        var card = _world.Channel.Shown.Values.Single(shown =>
            shown.Text.Text.StartsWith("🙋 Школа просит", StringComparison.Ordinal)
        );
        Assert.Empty(card.Choices);
    }

    private Task MoveTo(string moscow) => _world.MoveClock(Moscow(moscow), remind: false);

    private static DateTimeOffset Moscow(string time) => Transcript.MoscowTime(time);

    private List<string> Heard(long account) =>
        [
            .. _world
                .Channel.Heard.Where(heard =>
                    heard.ChatId == account && heard.Message.Kind == OutgoingKind.Send
                )
                .Select(heard => heard.Message.Text.Text)
                .Where(text =>
                    text.StartsWith("🙋 Ждёт", StringComparison.Ordinal)
                    || text.StartsWith("🙋 Ждут", StringComparison.Ordinal)
                ),
        ];

    /// <summary>The reminder as it stands in her chat now.</summary>
    private OutgoingMessage Shown(long account)
    {
        var first = _world.Channel.Heard.First(heard =>
            heard.ChatId == account && heard.Message.Text.Text.StartsWith("🙋 Ждут", StringComparison.Ordinal)
        );
        return _world.Channel.Shown[(account, first.MessageId)];
    }

    private Task<long> PersonOf(long account) =>
        _world.Read(db =>
            db.ChannelAccounts.Where(row => row.AccountId == account)
                .Select(row => row.PersonId)
                .SingleAsync()
        );

    private Task Revoke(params Role[] revoked) =>
        _world.UnitOfWork.Write(async scope =>
        {
            foreach (
                var role in await scope
                    .Db.RoleAssignments.Where(row => revoked.Contains(row.Role))
                    .ToListAsync()
            )
                role.RevokedAt = _world.Clock.Now;
        });
}
