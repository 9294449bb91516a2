using CuratorBot.Data;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Daily;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Tests.Reminders;

public sealed class MorningTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.BuiltIn();

    /// <summary>The offsets of Russia as its law has them since 2016, not as the machine's tables do.</summary>
    private static readonly (string Zone, int Offset)[] Russia =
    [
        ("Europe/Kaliningrad", 2),
        ("Europe/Moscow", 3),
        ("Europe/Samara", 4),
        ("Asia/Yekaterinburg", 5),
        ("Asia/Omsk", 6),
        ("Asia/Novokuznetsk", 7),
        ("Asia/Irkutsk", 8),
        ("Asia/Yakutsk", 9),
        ("Asia/Vladivostok", 10),
        ("Asia/Magadan", 11),
        ("Asia/Kamchatka", 12),
    ];

    public static TheoryData<string, int> Zones()
    {
        var zones = new TheoryData<string, int>();
        foreach (var (zone, offset) in Russia)
            zones.Add(zone, offset);
        return zones;
    }

    private static Morning In(string zone, int hour = Morning.UsualHour, string? region = null) =>
        new(Calendar, zone, region) { Hour = hour };

    private static DateTimeOffset Local(string time, int offset) =>
        new(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", null), TimeSpan.FromHours(offset));

    [Theory]
    [MemberData(nameof(Zones))]
    public void Her_hour_is_her_hour_in_every_zone_on_every_day(string zone, int offset)
    {
        for (var day = new DateOnly(2022, 1, 1); day.Year < 2025; day = day.AddDays(1))
            foreach (var hour in new[] { 8, 9, 20 })
            {
                var expected = new DateTimeOffset(
                    day.ToDateTime(new TimeOnly(hour, 0)),
                    TimeSpan.FromHours(offset)
                );
                Assert.Equal(expected, In(zone, hour).Of(day));
            }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Around_midnight_today_is_the_day_where_she_lives(string zone, int offset)
    {
        var midnight = new DateTimeOffset(2022, 3, 2, 0, 0, 0, TimeSpan.FromHours(offset));
        for (var minutes = -2; minutes <= 2; minutes++)
            Assert.Equal(
                new DateOnly(2022, 3, minutes < 0 ? 1 : 2),
                In(zone).Today(midnight.AddMinutes(minutes))
            );
    }

    /// <summary>Every zone × every hour that she may choose × times and deadlines by lot.</summary>
    [Theory]
    [MemberData(nameof(Zones))]
    public void Nobody_is_disturbed_at_night_on_a_day_off_or_before_her_hour(string zone, int offset)
    {
        var lot = new Dice(offset);
        var begin = new DateTimeOffset(2021, 1, 10, 0, 0, 0, TimeSpan.FromHours(offset));
        for (var turn = 0; turn < 100_000; turn++)
        {
            var now = begin.AddMinutes(lot.Below(5 * 365 * 24 * 60));
            var today = DateOnly.FromDateTime(now.DateTime);
            var dueOn = today.AddDays(lot.Below(60) - 30);
            var morning = In(zone, 8 + lot.Below(13)) with
            {
                PausedUntil = lot.Below(4) == 0 ? today.AddDays(lot.Below(25) - 5) : null,
                ToldOn = lot.Below(4) == 0 ? today.AddDays(-lot.Below(2)) : null,
            };
            if (morning.PeaceUntil(now, dueOn) is { } until)
                AssertMorning(morning, now, until.ToOffset(now.Offset), dueOn);
            else
                AssertMayBeDisturbed(morning, now, today, dueOn);
        }
    }

    private static void AssertMayBeDisturbed(
        Morning morning,
        DateTimeOffset now,
        DateOnly today,
        DateOnly dueOn
    )
    {
        Assert.InRange(now.Hour, Math.Max(8, morning.Hour), 20);
        Assert.True(morning.PausedUntil is not { } until || until <= today);
        Assert.True(morning.ToldOn != today || dueOn == today);
        Assert.True(Calendar.IsWorkday(today) || (dueOn >= today && Calendar.OnOrAfter(today) > dueOn));
    }

    /// <summary>The morning that she is put off to is one on which she may be told, and not later than need be.</summary>
    private static void AssertMorning(
        Morning morning,
        DateTimeOffset now,
        DateTimeOffset until,
        DateOnly dueOn
    )
    {
        Assert.True(until > now);
        Assert.Equal((morning.Hour, 0), (until.Hour, until.Minute));
        Assert.Null((morning with { ToldOn = null }).PeaceUntil(until, dueOn));
        var (today, day) = (DateOnly.FromDateTime(now.DateTime), DateOnly.FromDateTime(until.DateTime));
        var isPaused = morning.PausedUntil > today;
        Assert.True(isPaused || dueOn < today.AddDays(1) || day <= dueOn);
    }

    [Theory]
    [InlineData("2022-01-21 08:59", "2022-01-28", "2022-01-21 09:00")] // before her hour
    [InlineData("2022-01-21 20:59", "2022-01-28", null)]
    [InlineData("2022-01-21 21:00", "2022-01-28", "2022-01-24 09:00")] // Friday night
    [InlineData("2022-01-22 12:00", "2022-01-28", "2022-01-24 09:00")] // Saturday: it can wait
    [InlineData("2022-01-22 12:00", "2022-01-24", "2022-01-24 09:00")] // till the day itself, no later
    [InlineData("2022-01-22 12:00", "2022-01-23", null)] // Sunday's deadline cannot
    [InlineData("2022-01-22 12:00", "2022-01-22", null)]
    [InlineData("2022-01-22 21:30", "2022-01-23", "2022-01-23 09:00")]
    [InlineData("2022-01-22 12:00", "2022-01-21", "2022-01-24 09:00")] // what is overdue already can
    [InlineData("2022-03-05 12:00", "2022-03-09", null)] // a working Saturday
    [InlineData("2021-12-31 12:00", "2022-01-10", "2022-01-10 09:00")]
    [InlineData("2022-01-03 12:00", "2022-01-09", null)]
    public void On_a_day_off_only_what_ends_before_the_next_working_morning_is_said(
        string now,
        string dueOn,
        string? until
    ) =>
        Assert.Equal(
            until is null ? null : Local(until, 3),
            In("Europe/Moscow").PeaceUntil(Local(now, 3), DateOnly.ParseExact(dueOn, "yyyy-MM-dd"))
        );

    [Fact]
    public void A_holiday_of_her_region_is_a_day_off()
    {
        var (noon, dueOn) = (Local("2022-05-04 12:00", 3), new DateOnly(2022, 5, 20));
        Assert.Null(In("Europe/Moscow").PeaceUntil(noon, dueOn));
        Assert.Equal(
            Local("2022-05-05 09:00", 3),
            In("Europe/Moscow", region: "Пензенская область").PeaceUntil(noon, dueOn)
        );
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    public void The_change_of_the_clock_neither_loses_nor_doubles_a_morning(string zone)
    {
        foreach (var hour in Enumerable.Range(8, 13))
        {
            var morning = In(zone, hour);
            var first = new DateOnly(2021, 1, 1);
            var all = Enumerable.Range(0, 3650).Select(day => morning.Of(first.AddDays(day))).ToList();
            Assert.Equal(all.Count, all.Distinct().Count());
            for (var day = 0; day < all.Count; day++)
                Assert.Equal(first.AddDays(day), morning.Today(all[day]));
            var pauses = all.Zip(all.Skip(1), (one, next) => (next - one).TotalHours).ToList();
            Assert.Equal(10, pauses.Count(pause => pause == 23));
            Assert.Equal(10, pauses.Count(pause => pause == 25));
            Assert.Equal(pauses.Count - 20, pauses.Count(pause => pause == 24));
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", "2022-03-27", "2022-10-30")]
    [InlineData("America/New_York", "2022-03-13", "2022-11-06")]
    public void Minute_by_minute_through_a_change_of_the_clock_her_hour_comes_once(
        string zone,
        params string[] changes
    )
    {
        foreach (var change in changes.Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd")))
        {
            var morning = In(zone);
            var from = LocalDays.InstantOf(change.AddDays(-1), new TimeOnly(12, 0), zone);
            var dueOn = change; // a Sunday's deadline, which cannot wait
            var spans = 0;
            for (var minute = 0; minute < 24 * 60; minute++)
                if (
                    morning.PeaceUntil(from.AddMinutes(minute), dueOn) is null
                    && morning.PeaceUntil(from.AddMinutes(minute - 1), dueOn) is not null
                )
                    spans++;
            Assert.Equal(1, spans);
        }
    }

    [Fact]
    public void A_time_that_the_clock_skips_becomes_the_next_that_exists()
    {
        var skipped = LocalDays.InstantOf(new DateOnly(2022, 3, 27), new TimeOnly(2, 30), "Europe/Berlin");
        Assert.Equal(new DateTimeOffset(2022, 3, 27, 1, 0, 0, TimeSpan.Zero), skipped);
    }
}
