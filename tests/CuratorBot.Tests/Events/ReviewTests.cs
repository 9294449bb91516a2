using CuratorBot.Audit;
using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

public sealed class ReviewTests : IAsyncLifetime
{
    private const string Accept = "✅ Принять";
    private const string Return = "↩️ Вернуть";

    private World _world = null!;
    private Phone _curator = null!;
    private Phone _coordinator = null!;

    public async Task InitializeAsync()
    {
        _world = await World.Open();
        (_curator, _coordinator) = (new Phone(_world, 1001), new Phone(_world, 1004));
        await _world.UnitOfWork.Write(async scope =>
        {
            scope.Db.Reminders.RemoveRange(await scope.Db.Reminders.ToListAsync());
            return await scope.Db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_report_of_a_curator_waits_and_counts_meanwhile()
    {
        var report = await Tell();

        Assert.Equal(ReviewState.Waiting, report.State);
        Assert.Equal(_world.Clock.Now.AddDays(7), report.AcceptAt);
        Assert.Equal(1, await Counted());
    }

    [Fact]
    public async Task A_report_of_the_coordinator_waits_for_nobody()
    {
        await new ReportFilling(new PhoneReporter(_world, _coordinator), Visit).Send();

        Assert.Equal(ReviewState.Accepted, (await Report()).State);
    }

    [Fact]
    public async Task What_was_returned_counts_no_more_until_it_is_sent_again()
    {
        await Tell();
        await _coordinator.Presses(Return);
        await _coordinator.Presses("Весь отчёт");
        await _coordinator.Says("Проверьте число");
        Assert.Equal(0, await Counted());

        await _curator.Presses("✏️ Исправить отчёт");
        await _curator.Presses("✅ Отправить");

        var report = await Report();
        Assert.Equal((ReviewState.Waiting, (string?)null), (report.State, report.ReturnReason));
        Assert.Equal(1, await Counted());
    }

    [Fact]
    public async Task Two_coordinators_decide_once_and_both_see_it()
    {
        await AddSecondCoordinator();
        await Tell();
        var second = new Phone(_world, 1021);
        var late = second.Press(Return);

        await _coordinator.Presses(Accept);
        await _world.Receive(late);

        Assert.Equal(ReviewState.Accepted, (await Report()).State);
        Assert.Contains("принят: Марья", _world.Channel.Toasts.Last().Toast, StringComparison.Ordinal);
        Assert.All(
            _world.Channel.Shown.Values.Where(shown =>
                shown.Text.Text.StartsWith("Новый отчёт", StringComparison.Ordinal)
            ),
            shown => Assert.Contains("принят: Марья", shown.Text.Text, StringComparison.Ordinal)
        );
        Assert.False(second.Sees(Accept));
    }

    [Fact]
    public async Task A_coordinator_who_was_relieved_decides_nothing()
    {
        await AddSecondCoordinator();
        await Tell();
        var (accept, give) = (_coordinator.Press(Accept), _coordinator.Press(Return));
        await Relieve("kuznetsk", 1004, Role.MunicipalCoordinator);

        await _world.Receive(accept);
        await _world.Receive(give);

        Assert.Equal(ReviewState.Waiting, (await Report()).State);
    }

    [Fact]
    public async Task A_reason_that_comes_after_the_right_is_gone_returns_nothing()
    {
        await AddSecondCoordinator();
        await Tell();
        await _coordinator.Presses(Return);
        await _coordinator.Presses("Весь отчёт");
        await Relieve("kuznetsk", 1004, Role.MunicipalCoordinator);

        await _coordinator.Says("Проверьте число");

        Assert.Equal(ReviewState.Waiting, (await Report()).State);
    }

    [Fact]
    public async Task Another_persons_report_is_nobodys_to_mend()
    {
        var report = await Tell();
        await _curator.Presses("Мои отчёты");
        await _curator.Presses("1");
        var foreign = _curator.Press("✏️ Исправить отчёт");

        await _world.Receive(new Phone(_world, 1002).PressData(foreign.Pressed!));

        Assert.Equal(ReviewState.Waiting, report.State);
        Assert.Equal(0, await _world.Read(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task What_nobody_looked_at_is_accepted_in_a_week_and_not_before()
    {
        await Tell();

        await _world.MoveClock(World.Start.AddDays(7).AddMinutes(-1));
        Assert.Equal(ReviewState.Waiting, (await Report()).State);
        await _world.MoveClock(World.Start.AddDays(7));

        var report = await Report();
        Assert.Equal((ReviewState.Accepted, (long?)null), (report.State, report.ReviewedBy));
        Assert.Contains(
            _world.Channel.Shown.Values,
            shown => shown.Text.Text.EndsWith("время на проверку вышло", StringComparison.Ordinal)
        );
        var noted = await _world.Read(db => db.Audit.SingleAsync(row => row.What == "event.accepted"));
        Assert.Equal((null, AuditActor.System), (noted.ActorId, noted.Channel));
    }

    [Fact]
    public async Task The_coordinator_is_reminded_by_one_line_in_the_morning_and_not_every_day()
    {
        await Tell();
        await Tell();

        await MoveTo("2022-01-18 09:30");
        Assert.Empty(Reminded());
        await MoveTo("2022-01-18 22:00");
        Assert.Empty(Reminded());
        await MoveTo("2022-01-19 09:30");
        Assert.Equal(["Ждут вашей проверки 2 отчёта."], Reminded());
        await MoveTo("2022-01-20 09:30");
        Assert.Single(Reminded());
        await MoveTo("2022-01-21 10:00");
        Assert.Equal(2, Reminded().Count);
    }

    [Fact]
    public async Task A_restart_does_not_remind_twice()
    {
        await Tell();
        await MoveTo("2022-01-19 09:30");

        await _world.Restart();
        await _world.Sweep();

        Assert.Single(Reminded());
    }

    [Fact]
    public async Task A_correction_changes_nothing_until_it_is_accepted()
    {
        await Tell();
        await _coordinator.Presses(Accept);
        await Propose("15");
        Assert.Equal(12, (await Report()).Participants);

        await Propose("16");
        await _coordinator.Presses("✅ Принять исправление");

        Assert.Equal(16, (await Report()).Participants);
        Assert.Equal(
            [
                CuratorBot.Events.Review.CorrectionState.Replaced,
                CuratorBot.Events.Review.CorrectionState.Accepted,
            ],
            await _world.Read(db =>
                db.ReportCorrections.OrderBy(row => row.Id).Select(row => row.State).ToListAsync()
            )
        );
    }

    private static readonly Dictionary<string, string[]> Visit = new()
    {
        ["type"] = ["[Посещение школы]"],
        ["school"] = ["СОШ №3"],
        ["date"] = ["[Сегодня]"],
        ["people"] = ["12"],
    };

    private async Task<EventReport> Tell()
    {
        await new ReportFilling(new PhoneReporter(_world, _curator), Visit).Send();
        return await Report();
    }

    private async Task Propose(string people)
    {
        await _curator.Presses("Мои отчёты");
        await _curator.Presses("1");
        await _curator.Presses("✏️ Исправить отчёт");
        await _curator.Presses("✏️ Исправить");
        await _curator.Presses("Участники");
        await _curator.Says(people);
        await _curator.Presses("✅ Отправить");
    }

    private Task<EventReport> Report() =>
        _world.Read(db =>
            db.EventReports.Where(row => row.AuthorId != null).OrderByDescending(row => row.Id).FirstAsync()
        );

    private Task<int> Counted() =>
        _world.Read(async db =>
            (await new EventCounts().For(db, ["kuznetsk_sosh_3"], new DateOnly(2022, 1, 17))).Sum(count =>
                count.Events
            )
        );

    [Fact]
    public async Task One_report_that_fails_keeps_no_other_from_being_accepted()
    {
        var poisoned = await Tell();
        var others = new List<long>();
        for (var number = 0; number < 3; number++)
            others.Add((await Tell()).Id);
        await Poison.Changes(_world, "event_reports", poisoned.Id);

        await _world.MoveClock(World.Start.AddDays(8));

        var reports = await _world.Read(db =>
            db.EventReports.Where(row => row.AuthorId != null).ToDictionaryAsync(row => row.Id)
        );
        Assert.All(others, id => Assert.Equal(ReviewState.Accepted, reports[id].State));
        Assert.Equal(ReviewState.Waiting, reports[poisoned.Id].State);
        await Poison.Remedy(_world, "event_reports", poisoned.Id);
        await _world.MoveClock(_world.Clock.Now.AddMinutes(1));
        Assert.Equal(
            ReviewState.Accepted,
            (await _world.Read(db => db.EventReports.SingleAsync(row => row.Id == poisoned.Id))).State
        );
    }

    [Fact]
    public async Task A_clock_that_was_ahead_for_a_while_keeps_no_reviewer_from_being_reminded()
    {
        _world.Clock.Jump(TimeSpan.FromDays(30));
        await _world.Sweep();
        _world.Clock.Jump(-TimeSpan.FromDays(30));
        await Tell();

        await MoveTo("2022-01-18 10:00");

        Assert.Single(Reminded());
    }

    private Task MoveTo(string moscow) => _world.MoveClock(Transcript.MoscowTime(moscow));

    private List<string> Reminded() =>
        [
            .. _world
                .Channel.Heard.Where(heard => heard.ChatId == 1004)
                .Select(heard => heard.Message.Text.Text)
                .Where(text => text.Contains("вашей проверки", StringComparison.Ordinal)),
        ];

    private Task AddSecondCoordinator() =>
        CuratorBot.Tests.People.Newcomers.AddWith(
            _world,
            1021,
            "Второй координатор",
            new RoleAssignment
            {
                PersonId = 0,
                Role = Role.MunicipalCoordinator,
                MunicipalityId = "kuznetsk",
                GrantedAt = World.Start,
            }
        );

    /// <summary>She stays a coordinator, but of another place.</summary>
    private Task Relieve(string municipality, long account, Role role) =>
        _world.UnitOfWork.Write(async scope =>
        {
            var person = await scope
                .Db.ChannelAccounts.Where(row => row.AccountId == account)
                .Select(row => row.PersonId)
                .SingleAsync();
            var held = await scope.Db.RoleAssignments.SingleAsync(row =>
                row.PersonId == person && row.Role == role && row.MunicipalityId == municipality
            );
            held.RevokedAt = _world.Clock.Now;
            scope.Db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = _world.Ids.Next(),
                    PersonId = person,
                    Role = role,
                    MunicipalityId = "penza",
                    GrantedAt = _world.Clock.Now,
                }
            );
            return await scope.Db.SaveChangesAsync();
        });
}
