using CuratorBot.Messaging;
using CuratorBot.Reminders;
using CuratorBot.Sweeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Reminders;

/// <summary>Messages that wait longer than their words are true: the messenger takes nothing for hours.</summary>
public sealed class LateRemindersTests : SweepCase
{
    private bool _isDown = true;

    [Theory]
    [InlineData("2022-01-25 21:30")]
    [InlineData("2022-01-26 03:00")]
    [InlineData("2022-01-26 08:30")]
    public async Task What_waited_until_its_day_was_over_is_said_on_the_next_morning_as_it_is_then(string up)
    {
        await SweepAt("2022-01-25 09:00");
        _isDown = false;
        await SweepAt(up);
        Assert.Empty(Heard(Director));

        await SweepAt("2022-01-26 09:00");
        await SweepAt("2022-01-26 09:01");

        var card = Assert.Single(Heard(Director));
        Assert.Contains("Просрочено на 1 день", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Срок сегодня", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_of_a_later_day_meanwhile_is_not_said_again()
    {
        await SweepAt("2022-01-25 09:00");
        await SweepAt("2022-01-26 09:00");
        _isDown = false;
        await SweepAt("2022-01-26 09:03");
        await SweepAt("2022-01-26 09:04");

        Assert.Contains("Просрочено на 1 день", Assert.Single(Heard(Director)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waited_for_hours_of_the_same_day_comes_as_it_was()
    {
        await SweepAt("2022-01-25 09:00");
        _isDown = false;
        await SweepAt("2022-01-25 17:00");
        Assert.Contains("Срок сегодня", Assert.Single(Heard(Director)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_comes_at_her_hour_though_the_rules_of_her_zone_have_changed()
    {
        await SweepAt("2022-01-18 09:00");
        var person = await PersonOf(Director);
        var before = (await Planned(person)).ToDictionary(row => row.Id, row => row.DueAt);
        await Change(async db =>
        {
            foreach (
                var row in await db.Reminders.Where(row => row.State == ReminderState.Planned).ToListAsync()
            )
                row.DueAt = row.DueAt.AddHours(1);
        });

        using var afterStart = new PlanUpkeep(
            World.UnitOfWork,
            World.Services.GetRequiredService<Rounds>(),
            World.Services.GetRequiredService<ReminderPlan>()
        );
        await afterStart.Run(World.Clock.Now);

        Assert.NotEmpty(before);
        Assert.All(await Planned(person), row => Assert.Equal(before[row.Id], row.DueAt));
    }

    private async Task<List<Reminder>> Planned(long person) =>
        [.. (await RowsOf(person)).Where(row => row.State == ReminderState.Planned)];

    /// <summary>Each sweep of a look, in its order.</summary>
    private async Task SweepAt(string moscow)
    {
        World.Channel.Refuse = (_, _) =>
            _isDown ? new DeliveryOutcome.RetryAfter(TimeSpan.FromMilliseconds(50)) : null;
        World.Clock.Now = At(moscow);
        if (!_isDown)
            await World.Settle();
        await World.Services.GetRequiredService<LateReminders>().Run(World.Clock.Now);
        await World.Services.GetRequiredService<ReminderSweep>().Run(World.Clock.Now);
        if (!_isDown)
            await World.Settle();
    }
}
