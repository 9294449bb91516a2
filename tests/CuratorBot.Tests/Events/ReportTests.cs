using CuratorBot.Events;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

public sealed class ReportTests
{
    private static readonly string[] CommonVisit =
    [
        "@ curator",
        "> /report",
        "> [Посещение школы]",
        "> [СОШ №3 г. Кузнецка]",
        "> [Сегодня]",
        "> 12",
        "> [✅ Отправить]",
    ];

    [Fact]
    public async Task A_common_visit_takes_six_taps_and_messages()
    {
        await using var world = await World.Open();

        var dialogue = await new Transcript(world).Play(CommonVisit);

        Assert.Equal(6, CommonVisit.Count(line => line.StartsWith('>')));
        Assert.Contains("Отчёт отправлен", dialogue, StringComparison.Ordinal);
        var report = Assert.Single(await Reports(world));
        Assert.Equal("school_visit", report.TypeId);
        Assert.Equal(("kuznetsk", "Пензенская область"), (report.MunicipalityId, report.Region));
        Assert.Equal("kuznetsk_sosh_3", Assert.Single(report.Schools).SchoolId);
        Assert.Equal(new DateOnly(2022, 1, 17), report.From);
        Assert.Equal(report.From, report.To);
        Assert.Equal("day", report.Precision);
        Assert.Equal("куратор", report.ReporterRole);
        Assert.Equal((12, 1), (report.Participants, report.EventsCount));
        Assert.Null(report.Topic);
    }

    [Fact]
    public async Task A_restart_after_every_line_changes_nothing()
    {
        await using var once = await World.Open();
        await using var often = await World.Open();
        var restarted = CommonVisit.SelectMany(line => new[] { line, "@ restart" });

        var expected = await new Transcript(once).Play(CommonVisit);
        var actual = await new Transcript(often).Play(restarted);

        Assert.Equal(expected, Transcript.Tidy(actual.Replace("@ restart", "", StringComparison.Ordinal)));
        Assert.Single(await Reports(often));
    }

    [Fact]
    public async Task Two_taps_on_send_make_one_report_and_one_notice()
    {
        await using var world = await World.Open();

        await new Transcript(world).Play([.. CommonVisit[..^1], "> (дважды) [✅ Отправить]"]);

        Assert.Single(await Reports(world));
        Assert.Single(world.Channel.Heard, heard => heard.ChatId == 1004);
    }

    [Fact]
    public async Task The_database_takes_one_report_from_one_summary()
    {
        await using var world = await World.Open();
        await new Transcript(world).Play(CommonVisit);
        var report = Assert.Single(await Reports(world));

        await Assert.ThrowsAsync<DbUpdateException>(() =>
            world.UnitOfWork.Write(async scope =>
            {
                scope.Db.EventReports.Add(
                    new EventReport
                    {
                        Id = world.Ids.Next(),
                        TypeId = report.TypeId,
                        SummaryId = report.SummaryId,
                        From = report.From,
                        To = report.To,
                        Precision = report.Precision,
                        ReportedAt = report.ReportedAt,
                    }
                );
                await scope.Db.SaveChangesAsync();
            })
        );
    }

    [Fact]
    public async Task People_who_were_not_counted_are_unknown_and_not_nobody()
    {
        await using var world = await World.Open();

        await new Transcript(world).Play([.. CommonVisit[..^2], "> [Не считали]", "> [✅ Отправить]"]);

        Assert.Null(Assert.Single(await Reports(world)).Participants);
    }

    [Fact]
    public async Task Files_keep_their_kind_and_name_and_have_the_size_of_what_is_kept()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await phone.Says("/report");
        await phone.SendsDocument("Справка.pdf", size: 5_000);
        await phone.SendsPhoto(size: 7_000);

        await new Transcript(world).Play(["@ curator", .. CommonVisit[2..]]);

        var files = Assert.Single(await Reports(world)).Files.OrderBy(file => file.Id);
        Assert.Equal(
            [("document", "Справка.pdf", 30L), ("photo", null, 47L)],
            files.Select(file => (file.Kind, file.Name, file.Size ?? 0))
        );
    }

    [Fact]
    public async Task A_topic_of_five_thousand_characters_is_refused_and_nothing_is_lost()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await new Transcript(world).Play([.. CommonVisit[..^1], "> [➕ Тема]"]);

        await phone.Says(new string('я', 5_000));
        var refusal = world.Channel.Heard.Last().Message.Text.Text;
        await phone.Says("Знакомство");
        await phone.Presses("✅ Отправить");

        Assert.Contains("5000 знаков", refusal, StringComparison.Ordinal);
        var report = Assert.Single(await Reports(world));
        Assert.Equal(("Знакомство", 12), (report.Topic, report.Participants));
    }

    [Fact]
    public async Task A_school_that_was_taken_away_before_sending_is_asked_again_and_the_rest_stays()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await new Transcript(world).Play(CommonVisit[..^1]);
        await Revoke(world, "kuznetsk_sosh_3");

        await phone.Presses("✅ Отправить");

        Assert.Empty(await Reports(world));
        Assert.Contains("доступа к школе", LastTexts(world, 2), StringComparison.Ordinal);
        await phone.Presses("СОШ №10");
        await phone.Presses("✅ Отправить");
        var report = Assert.Single(await Reports(world));
        Assert.Equal("kuznetsk_sosh_10", Assert.Single(report.Schools).SchoolId);
        Assert.Equal(12, report.Participants);
    }

    [Fact]
    public async Task A_school_that_was_taken_away_can_no_longer_be_picked()
    {
        await using var world = await World.Open();
        var phone = new Phone(world, 1001);
        await new Transcript(world).Play(CommonVisit[..3]);
        var press = phone.Press("СОШ №3");
        await Revoke(world, "kuznetsk_sosh_3");

        await world.Receive(press);

        var card = world.Channel.Heard.Last().Message;
        Assert.Equal(["СОШ №10 г. Кузнецка"], card.Choices.SkipLast(1).Select(row => row[0].Label));
    }

    [Fact]
    public async Task Another_persons_keyboard_reports_nothing()
    {
        await using var world = await World.Open();
        var coordinator = new Phone(world, 1004);
        await coordinator.Says("/report");
        await coordinator.Presses("Посещение школы");
        var foreign = coordinator.Press("СОШ №5");
        await new Transcript(world).Play(["@ director", "> /report", "> [Посещение школы]"]);
        var heard = world.Channel.Heard.Count;

        await world.Receive(new Phone(world, 1002).PressData(foreign.Pressed!));

        Assert.Equal(heard, world.Channel.Heard.Count);
        Assert.Contains("уже не действует", world.Channel.Toasts.Last().Toast, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_opens_nothing_for_a_coordinator_whose_role_is_gone()
    {
        await using var world = await World.Open();
        await new Transcript(world).Play(CommonVisit);
        var press = new Phone(world, 1004).Press("Открыть отчёт");
        await world.UnitOfWork.Write(async scope =>
        {
            var role = await scope.Db.RoleAssignments.SingleAsync(row => row.MunicipalityId == "kuznetsk");
            role.RevokedAt = world.Clock.Now;
            await scope.Db.SaveChangesAsync();
        });
        var heard = world.Channel.Heard.Count;

        await world.Receive(press);

        var answer = Assert.Single(world.Channel.Heard.Skip(heard));
        Assert.EndsWith("сначала представьтесь: /start", answer.Message.Text.Text, StringComparison.Ordinal);
    }

    private static Task Revoke(World world, string schoolId) =>
        world.UnitOfWork.Write(async scope =>
        {
            var role = await scope.Db.RoleAssignments.SingleAsync(row =>
                row.SchoolId == schoolId && row.Role == CuratorBot.People.Role.Curator
            );
            role.RevokedAt = world.Clock.Now;
            await scope.Db.SaveChangesAsync();
        });

    private static Task<List<EventReport>> Reports(World world) =>
        world.Read(db =>
            db.EventReports.Where(report => report.AuthorId != null)
                .Include(report => report.Schools)
                .Include(report => report.Files)
                .ToListAsync()
        );

    private static string LastTexts(World world, int count) =>
        string.Join('\n', world.Channel.Heard.TakeLast(count).Select(heard => heard.Message.Text.Text));
}
