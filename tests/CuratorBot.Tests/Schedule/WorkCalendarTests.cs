using System.Text;
using CuratorBot.Schedule.Calendar;

namespace CuratorBot.Tests.Schedule;

/// <summary>Dates checked by hand against the decrees and the printed calendars of their years.</summary>
public sealed class WorkCalendarTests
{
    private const string Penza = "Пензенская область";
    private static readonly WorkCalendar Calendar = WorkCalendar.BuiltIn();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    [Theory]
    [InlineData("2021-01-11")] // the first after the holidays
    [InlineData("2021-02-20")] // Saturday, worked for 22 February
    [InlineData("2021-05-11")]
    [InlineData("2021-12-30")]
    [InlineData("2022-01-10")]
    [InlineData("2022-03-05")] // Saturday, worked for 7 March
    [InlineData("2022-05-04")]
    [InlineData("2022-05-11")]
    [InlineData("2022-12-30")]
    [InlineData("2023-01-09")]
    [InlineData("2023-03-07")]
    [InlineData("2023-05-10")]
    [InlineData("2023-12-29")]
    [InlineData("2024-01-09")]
    [InlineData("2024-04-27")] // Saturday, worked for 29 April
    [InlineData("2024-05-02")]
    [InlineData("2024-11-02")] // Saturday, worked for 30 April
    [InlineData("2024-12-28")] // Saturday, worked for 30 December
    [InlineData("2025-01-09")]
    [InlineData("2025-02-24")] // the Sunday before went to 8 May
    [InlineData("2025-03-10")]
    [InlineData("2025-11-01")] // Saturday, worked for 3 November
    [InlineData("2025-12-30")]
    [InlineData("2026-01-12")]
    [InlineData("2026-11-03")]
    [InlineData("2026-12-30")]
    [InlineData("2027-01-11")]
    public void People_work(string day) => Assert.True(Calendar.IsWorkday(Day(day)));

    [Theory]
    [InlineData("2021-01-08")]
    [InlineData("2021-02-22")]
    [InlineData("2021-05-04")] // freed by the President, as were the days to the 7th
    [InlineData("2021-05-07")]
    [InlineData("2021-05-10")]
    [InlineData("2021-06-14")]
    [InlineData("2021-11-01")]
    [InlineData("2021-11-05")]
    [InlineData("2021-12-31")]
    [InlineData("2022-01-07")]
    [InlineData("2022-03-07")]
    [InlineData("2022-05-02")] // for Sunday, 1 May
    [InlineData("2022-05-03")]
    [InlineData("2022-05-10")]
    [InlineData("2022-06-13")] // for Sunday, 12 June
    [InlineData("2022-11-04")]
    [InlineData("2023-02-24")]
    [InlineData("2023-05-08")]
    [InlineData("2023-11-06")] // for Saturday, 4 November
    [InlineData("2024-01-08")]
    [InlineData("2024-04-29")]
    [InlineData("2024-04-30")]
    [InlineData("2024-05-10")]
    [InlineData("2024-12-30")]
    [InlineData("2024-12-31")]
    [InlineData("2025-05-02")]
    [InlineData("2025-05-08")]
    [InlineData("2025-06-13")]
    [InlineData("2025-11-03")]
    [InlineData("2025-12-31")]
    [InlineData("2026-01-09")]
    [InlineData("2026-03-09")] // for Sunday, 8 March
    [InlineData("2026-05-11")] // for Saturday, 9 May
    [InlineData("2026-12-31")]
    [InlineData("2027-01-08")]
    [InlineData("2027-05-03")] // for Saturday, 1 May
    [InlineData("2027-05-10")] // for Sunday, 9 May
    [InlineData("2027-06-14")] // for Saturday, 12 June
    public void People_are_free(string day) => Assert.False(Calendar.IsWorkday(Day(day)));

    /// <summary>The number of working days that the printed calendars give for a five-day week.</summary>
    [Theory]
    [InlineData(2022, 247)]
    [InlineData(2023, 247)]
    [InlineData(2024, 248)]
    [InlineData(2025, 247)]
    [InlineData(2026, 247)]
    public void The_year_has_as_many_working_days_as_its_printed_calendar(int year, int workdays) =>
        Assert.Equal(
            workdays,
            Enumerable
                .Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
                .Count(day => Calendar.IsWorkday(new DateOnly(year, 1, 1).AddDays(day)))
        );

    [Theory]
    [InlineData("2022-01-12", -3, "2021-12-30")] // 11, 10 January, then over New Year
    [InlineData("2022-01-10", -1, "2021-12-30")]
    [InlineData("2021-12-30", 1, "2022-01-10")]
    [InlineData("2022-03-09", -3, "2022-03-03")] // 5 March is worked
    [InlineData("2022-03-04", 1, "2022-03-05")]
    [InlineData("2022-03-05", 1, "2022-03-09")]
    [InlineData("2022-05-11", -3, "2022-05-04")]
    [InlineData("2022-05-06", 1, "2022-05-11")]
    [InlineData("2022-04-29", 3, "2022-05-06")]
    [InlineData("2023-01-09", -3, "2022-12-28")]
    [InlineData("2023-05-10", -3, "2023-05-03")]
    [InlineData("2023-02-22", 1, "2023-02-27")]
    [InlineData("2024-05-13", -3, "2024-05-06")]
    [InlineData("2024-04-27", 1, "2024-05-02")]
    [InlineData("2024-05-02", -3, "2024-04-25")]
    [InlineData("2024-12-28", 1, "2025-01-09")]
    [InlineData("2025-01-10", -3, "2024-12-27")]
    [InlineData("2025-05-12", -3, "2025-05-05")]
    [InlineData("2025-06-11", 1, "2025-06-16")]
    [InlineData("2025-10-31", 1, "2025-11-01")]
    [InlineData("2025-11-01", 1, "2025-11-05")]
    [InlineData("2025-12-30", 1, "2026-01-12")]
    [InlineData("2026-01-14", -3, "2025-12-30")]
    [InlineData("2026-05-12", -3, "2026-05-06")]
    [InlineData("2026-12-30", 1, "2027-01-11")]
    [InlineData("2027-01-13", -3, "2026-12-30")]
    [InlineData("2027-05-11", -3, "2027-05-05")]
    public void So_many_working_days_away_it_is(string from, int workdays, string to) =>
        Assert.Equal(Day(to), Calendar.Shift(Day(from), workdays));

    [Theory]
    [InlineData("2021-05-11")]
    [InlineData("2022-05-04")] // 3 May was free everywhere
    [InlineData("2023-04-25")]
    [InlineData("2024-05-14")]
    [InlineData("2025-04-29")]
    [InlineData("2026-04-21")]
    public void Penza_is_free_on_Radonitsa_and_others_are_not(string day)
    {
        Assert.False(Calendar.IsWorkday(Day(day), Penza));
        Assert.True(Calendar.IsWorkday(Day(day)));
        Assert.True(Calendar.IsWorkday(Day(day), "Рязанская область"));
    }

    [Fact]
    public void A_year_without_a_decree_and_a_year_without_a_file_are_said_in_time()
    {
        Assert.Empty(Calendar.DoubtsOn(Day("2026-11-30")));
        Assert.Equal([new DoubtfulYear(2027, IsMissing: false)], Calendar.DoubtsOn(Day("2026-12-01")));
        Assert.Equal([new DoubtfulYear(2027, IsMissing: false)], Calendar.DoubtsOn(Day("2027-11-30")));
        Assert.Equal(
            [new DoubtfulYear(2027, IsMissing: false), new DoubtfulYear(2028, IsMissing: true)],
            Calendar.DoubtsOn(Day("2027-12-01"))
        );
    }

    [Fact]
    public void A_year_without_a_file_knows_its_weekends()
    {
        Assert.True(Calendar.IsWorkday(Day("2030-01-01")));
        Assert.False(Calendar.IsWorkday(Day("2030-01-05")));
    }

    [Fact]
    public void A_file_of_the_operator_stands_in_the_place_of_ours()
    {
        var folder = Directory.CreateTempSubdirectory("calendar-").FullName;
        File.WriteAllText(
            Path.Combine(folder, "2027.json"),
            """
            {
              "year": 2027,
              "decree": "Постановление",
              "moved": [{"from": "2027-02-20", "to": "2027-02-22"}],
              "regions": {"Пензенская область": ["2027-02-04"]}
            }
            """
        );
        var own = WorkCalendar.Load(folder);
        Directory.Delete(folder, recursive: true);
        Assert.True(own.IsWorkday(Day("2027-02-20")));
        Assert.False(own.IsWorkday(Day("2027-02-22")));
        Assert.False(own.IsWorkday(Day("2027-02-04"), Penza));
        Assert.True(own.IsWorkday(Day("2027-05-11"), Penza));
        Assert.Empty(own.DoubtsOn(Day("2027-06-01")));
        Assert.True(own.IsWorkday(Day("2026-01-12")));
    }

    [Theory]
    [InlineData("""{"year": 2027, "moved": [{"from": "2027-02-22", "to": "2027-02-20"}]}""")]
    [InlineData("""{"year": 2027, "regions": {"Пензенская область": ["2026-02-04"]}}""")]
    [InlineData(
        """{"year": 2027, "nonWorking": [{"from": "2027-05-07", "to": "2027-05-04", "by": "Указ"}]}"""
    )]
    [InlineData("""{"year": 2027, "movd": []}""")]
    [InlineData("""{"decree": "без года"}""")]
    [InlineData("чепуха")]
    public void A_file_that_cannot_be_right_is_refused_by_its_name(string json)
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            CalendarFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), "2027.json")
        );
        Assert.StartsWith("The calendar 2027.json cannot be read:", error.Message, StringComparison.Ordinal);
    }
}
