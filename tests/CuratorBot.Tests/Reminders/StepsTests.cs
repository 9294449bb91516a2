using CuratorBot.Reminders;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Tests.Reminders;

public sealed class StepsTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.BuiltIn();

    /// <summary>A Thursday with working days all around it.</summary>
    private static readonly DateOnly Thursday = new(2022, 4, 21);

    private static Steps Of(
        DateOnly dueOn,
        Standing standing = Standing.Owner,
        bool optional = false,
        Ladder? ladder = null,
        string? region = null
    ) => new(ladder ?? Ladder.Default, standing, optional, dueOn, Calendar, region);

    private static List<DateOnly> Mornings(Steps steps, DateOnly from, int most = 30)
    {
        var (days, heard) = (new List<DateOnly>(), new HashSet<int>());
        while (days.Count < most && steps.Next(from, heard) is { } step)
        {
            heard.Add(step);
            days.Add(steps.DayOf(step));
            from = steps.DayOf(step).AddDays(1);
        }
        return days;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    [Fact]
    public void The_one_who_owes_it_hears_a_week_three_days_and_a_day_ahead_on_the_day_and_on_and_on()
    {
        Assert.Equal(
            ["04-14", "04-18", "04-20", "04-21", "04-22", "04-25", "04-28", "05-05"],
            Mornings(Of(Thursday), Day("2022-04-01"), 8).Select(day => $"{day:MM-dd}")
        );
    }

    [Theory]
    [InlineData(Standing.Teammate, "2022-04-25", "2022-05-04", "2022-05-11")]
    [InlineData(Standing.Watcher, "2022-04-25", "2022-05-04", "2022-05-11")]
    [InlineData(Standing.Overseer, "2022-05-05", "2022-05-12", "2022-05-19")]
    public void Others_hear_later_and_then_once_a_week(Standing standing, params string[] days) =>
        Assert.Equal(days.Select(Day), Mornings(Of(Thursday, standing), Day("2022-04-01"), 3));

    [Fact]
    public void Of_what_is_owed_only_if_need_be_nobody_hears_after_its_date()
    {
        Assert.Equal(4, Mornings(Of(Thursday, optional: true), Day("2022-04-01")).Count);
        Assert.Empty(Mornings(Of(Thursday, Standing.Watcher, optional: true), Day("2022-04-01")));
    }

    /// <summary>A step on a day off goes to the last working day before it; several there become one.</summary>
    [Theory]
    [InlineData("2022-01-24", "2022-01-17", "2022-01-21", "2022-01-24")] // Monday: 3 days and 1 day ahead are one Friday
    [InlineData("2022-01-22", "2022-01-14", "2022-01-19", "2022-01-21")] // Saturday: the eve and the day are one Friday
    [InlineData("2022-01-23", "2022-01-14", "2022-01-20", "2022-01-21")]
    [InlineData("2022-01-12", "2021-12-30", "2022-01-11", "2022-01-12")] // over New Year
    [InlineData("2022-05-11", "2022-05-04", "2022-05-06", "2022-05-11")] // over May
    public void Before_the_deadline_a_step_moves_back_to_a_working_day(string dueOn, params string[] days) =>
        Assert.Equal(days.Select(Day), Mornings(Of(Day(dueOn), optional: true), Day(dueOn).AddDays(-30)));

    [Fact]
    public void After_the_deadline_a_step_moves_on_to_a_working_day()
    {
        var overdue = Mornings(Of(Day("2022-04-29")), Day("2022-04-30"), 3);
        Assert.Equal([Day("2022-05-04"), Day("2022-05-06"), Day("2022-05-13")], overdue);
        var inPenza = Mornings(Of(Day("2022-04-29"), region: "Пензенская область"), Day("2022-04-30"), 3);
        Assert.Equal([Day("2022-05-05"), Day("2022-05-06"), Day("2022-05-13")], inPenza);
    }

    [Fact]
    public void A_task_with_a_ladder_of_its_own_follows_it()
    {
        var ladder = new Ladder
        {
            Before = [14, 0],
            After = [2],
            Every = 5,
            Above = 4,
        };
        Assert.Equal(
            ["04-07", "04-21", "04-25", "04-28"],
            Mornings(Of(Thursday, ladder: ladder), Day("2022-04-01"), 4).Select(day => $"{day:MM-dd}")
        );
        Assert.Equal(
            Day("2022-04-25"),
            Mornings(Of(Thursday, Standing.Watcher, ladder: ladder), Thursday, 1).Single()
        );
    }

    [Fact]
    public void A_ladder_may_count_working_days()
    {
        var ladder = new Ladder { Before = [3, 1], InWorkdays = true };
        Assert.Equal(
            [Day("2021-12-29"), Day("2022-01-10")],
            Mornings(Of(Day("2022-01-11"), optional: true, ladder: ladder), Day("2021-12-01"))
        );
    }

    [Fact]
    public void The_current_step_and_the_next_one_agree_on_every_day()
    {
        foreach (var standing in Enum.GetValues<Standing>().Where(each => each != Standing.None))
            for (var dueOn = Day("2022-03-01"); dueOn < Day("2022-05-20"); dueOn = dueOn.AddDays(1))
            {
                var steps = Of(dueOn, standing);
                for (var today = dueOn.AddDays(-12); today < dueOn.AddDays(40); today = today.AddDays(1))
                {
                    var next = steps.Next(today.AddDays(1), new HashSet<int>())!.Value;
                    Assert.True(steps.DayOf(next) > today);
                    Assert.True(
                        steps.Current(today) is not { } now || (now > next && steps.DayOf(now) <= today)
                    );
                    Assert.Equal(next, steps.Current(steps.DayOf(next)));
                }
            }
    }

    [Fact]
    public void No_step_is_on_a_day_off_and_none_crosses_its_deadline()
    {
        for (var dueOn = Day("2021-01-15"); dueOn < Day("2026-12-01"); dueOn = dueOn.AddDays(1))
        {
            var steps = Of(dueOn);
            foreach (var step in new[] { 7, 3, 1, 0, -1, -3, -7, -14 })
            {
                var day = steps.DayOf(step);
                Assert.True(Calendar.IsWorkday(day));
                Assert.Equal(step >= 0, day <= dueOn);
            }
        }
    }
}
