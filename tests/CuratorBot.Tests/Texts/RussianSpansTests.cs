using CuratorBot.Texts;

namespace CuratorBot.Tests.Texts;

/// <summary>Without the Russian words of the package beside the program, all of this would be English.</summary>
public sealed class RussianSpansTests
{
    [Theory]
    [InlineData(0, "через минуту", "минуту назад")]
    [InlineData(21, "через 21 минуту", "21 минуту назад")]
    [InlineData(59.6, "через час", "час назад")]
    [InlineData(22 * 60, "через 22 часа", "22 часа назад")]
    [InlineData(24 * 60, "через 24 часа", "24 часа назад")]
    [InlineData(35 * 60, "через 35 часов", "35 часов назад")]
    [InlineData(37 * 60, "через 2 дня", "2 дня назад")]
    [InlineData(21 * 24 * 60, "через 21 день", "21 день назад")]
    [InlineData(200 * 24 * 60, "через 200 дней", "200 дней назад")]
    public void A_span_is_rounded_and_never_called_tomorrow_or_yesterday(
        double minutes,
        string after,
        string ago
    )
    {
        Assert.Equal(after, RussianSpans.After(TimeSpan.FromMinutes(minutes)));
        Assert.Equal(ago, RussianSpans.Ago(TimeSpan.FromMinutes(minutes)));
    }

    [Theory]
    [InlineData(14, "14 дней")]
    [InlineData(21.9, "21 день")]
    [InlineData(62, "62 дня")]
    public void Whole_days_are_not_gathered_into_weeks_or_months(double days, string told) =>
        Assert.Equal(told, RussianSpans.Days(TimeSpan.FromDays(days)));

    [Theory]
    [InlineData(20 * 1024 * 1024, "20 МБ")]
    [InlineData(1_572_864, "1,5 МБ")]
    [InlineData(1023, "1023 Б")]
    public void A_size_is_told_in_the_largest_unit_of_which_there_is_one(long bytes, string told) =>
        Assert.Equal(told, RussianSpans.Size(bytes));
}
