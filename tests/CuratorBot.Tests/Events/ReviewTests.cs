using CuratorBot.Events;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

public sealed class ReviewTests : ReviewCase
{
    private const string Accept = "✅ Принять";
    private const string Return = "↩️ Вернуть";

    [Fact]
    public async Task A_report_of_aCurator_waits_and_counts_meanwhile()
    {
        var report = await Tell();

        Assert.Equal(ReviewState.Waiting, report.State);
        Assert.Equal(World.Clock.Now.AddDays(7), report.AcceptAt);
        Assert.Equal(1, await Counted());
    }

    [Fact]
    public async Task A_report_of_theCoordinator_waits_for_nobody()
    {
        await new ReportFilling(new PhoneReporter(World, Coordinator), Visit).Send();

        Assert.Equal(ReviewState.Accepted, (await Report()).State);
    }

    [Fact]
    public async Task What_was_returned_counts_no_more_until_it_is_sent_again()
    {
        await Tell();
        await Coordinator.Presses(Return);
        await Coordinator.Presses("Весь отчёт");
        await Coordinator.Says("Проверьте число");
        Assert.Equal(0, await Counted());

        await Curator.Presses("✏️ Исправить отчёт");
        await Curator.Presses("✅ Отправить");

        var report = await Report();
        Assert.Equal((ReviewState.Waiting, (string?)null), (report.State, report.ReturnReason));
        Assert.Equal(1, await Counted());
    }

    [Fact]
    public async Task TwoCoordinators_decide_once_and_both_see_it()
    {
        await AddSecondCoordinator();
        await Tell();
        var second = new Phone(World, 1021);
        var late = second.Press(Return);

        await Coordinator.Presses(Accept);
        await World.Receive(late);

        Assert.Equal(ReviewState.Accepted, (await Report()).State);
        Assert.Contains("принят: Марья", World.Channel.Toasts.Last().Toast, StringComparison.Ordinal);
        var cards = World
            .Channel.Shown.Values.Where(shown =>
                shown.Text.Text.StartsWith("Новый отчёт", StringComparison.Ordinal)
            )
            .ToList();
        Assert.Equal(2, cards.Count);
        Assert.All(
            cards,
            shown => Assert.Contains("принят: Марья", shown.Text.Text, StringComparison.Ordinal)
        );
        Assert.False(second.Sees(Accept));
    }

    [Fact]
    public async Task ACoordinator_who_was_relieved_decides_nothing()
    {
        await AddSecondCoordinator();
        await Tell();
        var (accept, give) = (Coordinator.Press(Accept), Coordinator.Press(Return));
        await Relieve("kuznetsk", 1004, Role.MunicipalCoordinator);

        await World.Receive(accept);
        await World.Receive(give);

        Assert.Equal(ReviewState.Waiting, (await Report()).State);
    }

    [Fact]
    public async Task A_reason_that_comes_after_the_right_is_gone_returns_nothing()
    {
        await AddSecondCoordinator();
        await Tell();
        await Coordinator.Presses(Return);
        await Coordinator.Presses("Весь отчёт");
        await Relieve("kuznetsk", 1004, Role.MunicipalCoordinator);

        await Coordinator.Says("Проверьте число");

        Assert.Equal(ReviewState.Waiting, (await Report()).State);
    }

    [Fact]
    public async Task Another_persons_report_is_nobodys_to_mend()
    {
        var report = await Tell();
        await Curator.Presses("Мои отчёты");
        await Curator.Presses("1");
        var foreign = Curator.Press("✏️ Исправить отчёт");

        await World.Receive(new Phone(World, 1002).PressData(foreign.Pressed!));

        Assert.Equal(ReviewState.Waiting, report.State);
        Assert.Equal(0, await World.Read(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task A_correction_changes_nothing_until_it_is_accepted()
    {
        await Tell();
        await Coordinator.Presses(Accept);
        await Propose("15");
        Assert.Equal(12, (await Report()).Participants);

        await Propose("16");
        await Coordinator.Presses("✅ Принять исправление");

        Assert.Equal(16, (await Report()).Participants);
        Assert.Equal(
            [
                CuratorBot.Events.Review.CorrectionState.Replaced,
                CuratorBot.Events.Review.CorrectionState.Accepted,
            ],
            await World.Read(db =>
                db.ReportCorrections.OrderBy(row => row.Id).Select(row => row.State).ToListAsync()
            )
        );
    }

    private async Task Propose(string people)
    {
        await Curator.Presses("Мои отчёты");
        await Curator.Presses("1");
        await Curator.Presses("✏️ Исправить отчёт");
        await Curator.Presses("✏️ Исправить");
        await Curator.Presses("Участники");
        await Curator.Says(people);
        await Curator.Presses("✅ Отправить");
    }

    private Task AddSecondCoordinator() =>
        CuratorBot.Tests.People.Newcomers.AddWith(
            World,
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
        World.UnitOfWork.Write(async scope =>
        {
            var person = await scope
                .Db.ChannelAccounts.Where(row => row.AccountId == account)
                .Select(row => row.PersonId)
                .SingleAsync();
            var held = await scope.Db.RoleAssignments.SingleAsync(row =>
                row.PersonId == person && row.Role == role && row.MunicipalityId == municipality
            );
            held.RevokedAt = World.Clock.Now;
            scope.Db.RoleAssignments.Add(
                new RoleAssignment
                {
                    Id = World.Ids.Next(),
                    PersonId = person,
                    Role = role,
                    MunicipalityId = "penza",
                    GrantedAt = World.Clock.Now,
                }
            );
            return await scope.Db.SaveChangesAsync();
        });
}
