using CuratorBot.Events.Planning;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Tests.Events.Planning;

public sealed class PlanTimesTests
{
    private static readonly PlanTimes Times = new(WorkCalendar.BuiltIn());

    [Fact]
    public void What_to_know_comes_in_the_afternoon_of_the_last_working_day_before()
    {
        Assert.Equal("2022-01-19 16:00", Local(Times.BriefAt(Plan(new(2022, 1, 20)))));
        Assert.Equal("2022-01-21 16:00", Local(Times.BriefAt(Plan(new(2022, 1, 24)))));
        Assert.Equal("2022-05-06 16:00", Local(Times.BriefAt(Plan(new(2022, 5, 11)))));
        Assert.Equal("2021-12-30 16:00", Local(Times.BriefAt(Plan(new(2022, 1, 10)))));
    }

    [Theory]
    [InlineData(null, "2022-01-20 17:00")]
    [InlineData("10:30", "2022-01-20 12:30")]
    [InlineData("18:00", "2022-01-20 20:00")]
    [InlineData("18:30", "2022-01-21 10:00")]
    public void How_it_went_is_asked_two_hours_after_it_began_and_never_late_in_the_evening(
        string? hour,
        string asked
    )
    {
        var plan = Plan(new(2022, 1, 20));
        plan.At = hour is null ? null : TimeOnly.Parse(hour);

        Assert.Equal(asked, Local(PlanTimes.NudgeAt(plan)));
    }

    [Fact]
    public void It_is_asked_once_more_two_working_days_later() =>
        Assert.Equal("2022-01-25 17:00", Local(Times.SecondNudgeAt(Plan(new(2022, 1, 21)))));

    [Fact]
    public void All_of_it_is_meant_where_the_school_is()
    {
        var plan = Plan(new(2022, 1, 20), "Asia/Kamchatka");

        Assert.Equal(new DateTimeOffset(2022, 1, 19, 16, 0, 0, TimeSpan.FromHours(12)), Times.BriefAt(plan));
    }

    private static PlannedEvent Plan(DateOnly on, string zone = "Europe/Moscow") =>
        new()
        {
            TypeId = "school_visit",
            AuthorId = 1,
            SchoolId = "school",
            Region = "Пензенская область",
            TimeZone = zone,
            On = on,
            PlannedAt = DateTimeOffset.UnixEpoch,
        };

    private static string Local(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(3)).ToString("yyyy-MM-dd HH:mm");
}
