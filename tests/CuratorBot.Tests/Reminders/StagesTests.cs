using CuratorBot.Reminders;
using CuratorBot.Schedule;

namespace CuratorBot.Tests.Reminders;

public sealed class StagesTests
{
    [Theory]
    [InlineData(8, null)]
    [InlineData(7, 7)]
    [InlineData(4, 7)]
    [InlineData(3, 3)]
    [InlineData(2, 3)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(-1, -1)]
    [InlineData(-2, -1)]
    [InlineData(-3, -3)]
    [InlineData(-6, -3)]
    [InlineData(-7, -7)]
    [InlineData(-13, -7)]
    [InlineData(-14, -14)]
    [InlineData(-144, -140)]
    public void The_current_stage_is_the_latest_whose_day_has_come(int daysLeft, int? stage) =>
        Assert.Equal(stage, Stages.Current(daysLeft));

    [Fact]
    public void After_a_week_overdue_it_goes_on_every_seventh_day()
    {
        Assert.Equal([7, 3, 1, 0, -1, -3, -7, -14, -21], Stages.From(100).Take(9));
        Assert.Equal([1, 0, -1], Stages.From(2).Take(3));
        Assert.Equal([-7, -14], Stages.From(-4).Take(2));
        Assert.Equal([-14, -21], Stages.From(-8).Take(2));
    }

    [Fact]
    public void Current_and_coming_stages_agree_on_every_day()
    {
        for (var daysLeft = 30; daysLeft >= -400; daysLeft--)
        {
            var next = Stages.From(daysLeft - 1).First();
            Assert.True(next < daysLeft);
            Assert.True(
                Stages.Current(daysLeft) is not { } current || (current >= daysLeft && current > next)
            );
            Assert.Equal(next, Stages.Current(next));
        }
    }

    [Fact]
    public void An_optional_task_stops_at_its_date_and_a_watcher_begins_after_it()
    {
        Assert.Equal(0, ReminderPlan.NextStage(0, Standing.Owner, optional: true, new HashSet<int>()));
        Assert.Null(ReminderPlan.NextStage(0, Standing.Owner, optional: true, new HashSet<int> { 0 }));
        Assert.Null(ReminderPlan.NextStage(-1, Standing.Owner, optional: true, new HashSet<int>()));
        Assert.Equal(-1, ReminderPlan.NextStage(7, Standing.Watcher, optional: false, new HashSet<int>()));
        Assert.Null(ReminderPlan.NextStage(7, Standing.Watcher, optional: true, new HashSet<int>()));
    }
}
