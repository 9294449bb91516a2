using CuratorBot.Audit;
using CuratorBot.Events;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

/// <summary>What nobody decides about is accepted by time, and its coordinators are reminded of it.</summary>
public sealed class ReviewByTimeTests : ReviewCase
{
    [Fact]
    public async Task What_nobody_looked_at_is_accepted_in_a_week_and_not_before()
    {
        await Tell();

        await World.MoveClock(World.Start.AddDays(7).AddMinutes(-1));
        Assert.Equal(ReviewState.Waiting, (await Report()).State);
        await World.MoveClock(World.Start.AddDays(7));

        var report = await Report();
        Assert.Equal((ReviewState.Accepted, (long?)null), (report.State, report.ReviewedBy));
        Assert.Contains(
            World.Channel.Shown.Values,
            shown => shown.Text.Text.EndsWith("время на проверку вышло", StringComparison.Ordinal)
        );
        var noted = await World.Read(db => db.Audit.SingleAsync(row => row.What == "event.accepted"));
        Assert.Equal((null, AuditActor.System), (noted.ActorId, noted.Channel));
    }

    [Fact]
    public async Task TheCoordinator_is_reminded_by_one_line_in_the_morning_and_not_every_day()
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

        await World.Restart();
        await World.Sweep();

        Assert.Single(Reminded());
    }

    [Fact]
    public async Task One_report_that_fails_keeps_no_other_from_being_accepted()
    {
        var poisoned = await Tell();
        var others = new List<long>();
        for (var number = 0; number < 3; number++)
            others.Add((await Tell()).Id);
        await Poison.Changes(World, "event_reports", poisoned.Id);

        await World.MoveClock(World.Start.AddDays(8));

        var reports = await World.Read(db =>
            db.EventReports.Where(row => row.AuthorId != null).ToDictionaryAsync(row => row.Id)
        );
        Assert.All(others, id => Assert.Equal(ReviewState.Accepted, reports[id].State));
        Assert.Equal(ReviewState.Waiting, reports[poisoned.Id].State);
        await Poison.Remedy(World, "event_reports", poisoned.Id);
        await World.MoveClock(World.Clock.Now.AddMinutes(1));
        Assert.Equal(
            ReviewState.Accepted,
            (await World.Read(db => db.EventReports.SingleAsync(row => row.Id == poisoned.Id))).State
        );
    }

    [Fact]
    public async Task A_clock_that_was_ahead_for_a_while_keeps_no_reviewer_from_being_reminded()
    {
        World.Clock.Jump(TimeSpan.FromDays(30));
        await World.Sweep();
        World.Clock.Jump(-TimeSpan.FromDays(30));
        await Tell();

        await MoveTo("2022-01-18 10:00");

        Assert.Single(Reminded());
    }

    private Task MoveTo(string moscow) => World.MoveClock(Transcript.MoscowTime(moscow));

    private List<string> Reminded() =>
        [
            .. World
                .Channel.Heard.Where(heard => heard.ChatId == 1004)
                .Select(heard => heard.Message.Text.Text)
                .Where(text => text.Contains("вашей проверки", StringComparison.Ordinal)),
        ];
}
