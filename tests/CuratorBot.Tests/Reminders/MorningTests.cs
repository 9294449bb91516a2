using CuratorBot.Reminders;

namespace CuratorBot.Tests.Reminders;

public sealed class MorningTests
{
    /// <summary>The offsets of Russia as its law has them since 2016, not as the machine's tables do.</summary>
    public static TheoryData<string, int> Zones() =>
        new()
        {
            { "Europe/Kaliningrad", 2 },
            { "Europe/Moscow", 3 },
            { "Europe/Samara", 4 },
            { "Asia/Yekaterinburg", 5 },
            { "Asia/Omsk", 6 },
            { "Asia/Novokuznetsk", 7 },
            { "Asia/Irkutsk", 8 },
            { "Asia/Yakutsk", 9 },
            { "Asia/Vladivostok", 10 },
            { "Asia/Magadan", 11 },
            { "Asia/Kamchatka", 12 },
        };

    [Theory]
    [MemberData(nameof(Zones))]
    public void Nine_in_the_morning_is_nine_in_every_zone_on_every_day(string zone, int offset)
    {
        for (var day = new DateOnly(2022, 1, 1); day.Year < 2025; day = day.AddDays(1))
        {
            var expected = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(offset));
            Assert.Equal(expected, Morning.Of(day, zone));
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Before_nine_and_after_nine_in_the_evening_she_is_left_in_peace(string zone, int offset)
    {
        var start = new DateTimeOffset(2022, 3, 1, 0, 0, 0, TimeSpan.FromHours(offset));
        for (var minute = 0; minute < 2 * 24 * 60; minute++)
        {
            var local = start.AddMinutes(minute);
            var until = Morning.PeaceUntil(local, zone);
            Assert.Equal(local.Hour is < 9 or >= 21, until is not null);
            if (until is not { } morning)
                continue;
            Assert.Equal(9, morning.ToOffset(local.Offset).Hour);
            Assert.InRange((morning - local).TotalHours, 0.01, 12);
        }
    }

    [Fact]
    public void The_change_of_the_clock_in_Berlin_neither_loses_nor_doubles_a_morning()
    {
        foreach (var change in new[] { new DateOnly(2022, 3, 27), new DateOnly(2022, 10, 30) })
        {
            var mornings = Enumerable
                .Range(-2, 5)
                .Select(shift => Morning.Of(change.AddDays(shift), "Europe/Berlin"))
                .ToList();
            var pauses = mornings.Zip(mornings.Skip(1), (one, next) => (next - one).TotalHours).ToList();
            Assert.Equal(change.Month == 3 ? [24, 23, 24, 24] : [24, 25, 24, 24], pauses);
            Assert.All(mornings, morning => Assert.Null(Morning.PeaceUntil(morning, "Europe/Berlin")));
        }
    }

    [Fact]
    public void A_time_that_the_clock_skips_becomes_the_next_that_exists()
    {
        var skipped = CuratorBot.Data.LocalDays.InstantOf(
            new DateOnly(2022, 3, 27),
            new TimeOnly(2, 30),
            "Europe/Berlin"
        );
        Assert.Equal(new DateTimeOffset(2022, 3, 27, 1, 0, 0, TimeSpan.Zero), skipped);
    }
}
