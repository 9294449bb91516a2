namespace CuratorBot.Tests.Registers;

/// <summary>A register that says a month; the world stands in January 2022.</summary>
public sealed class MonthFieldTests : IAsyncLifetime
{
    private SampleBook _book = null!;

    public async Task InitializeAsync() => _book = await SampleBook.Open(Samples.OfMonth);

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Theory]
    [InlineData("март 2021", "март 2021")]
    [InlineData("Марта 2021 г.", "март 2021")]
    [InlineData("мар. 2021", "март 2021")]
    [InlineData("03.2021", "март 2021")]
    [InlineData("3.2021", "март 2021")]
    [InlineData("01.03.2021", "март 2021")]
    [InlineData("2021-03", "март 2021")]
    [InlineData("январь", "январь 2022")]
    [InlineData("декабрь", "декабрь 2021")]
    [InlineData("[ноябрь 2021]", "ноябрь 2021")]
    public async Task A_month_is_typed_as_people_write_it(string typed, string shown) =>
        Assert.Equal($"Месяц: {shown}", await _book.Added(typed));

    [Theory]
    [InlineData("март", "Непонятно, какого года этот месяц. Напишите с годом, например: март 2021")]
    [InlineData("июль", "Непонятно, какого года этот месяц. Напишите с годом, например: июль 2021")]
    [InlineData("15.03.2021", "Не получилось разобрать месяц. Напишите, например: январь 2022")]
    [InlineData("13.2021", "Не получилось разобрать месяц. Напишите, например: январь 2022")]
    [InlineData("мартобрь", "Не получилось разобрать месяц. Напишите, например: январь 2022")]
    [InlineData("02.2022", "Месяц «февраль 2022» ещё не наступил. Нужен тот, который уже идёт или прошёл.")]
    [InlineData("12.2011", "«декабрь 2011» — слишком давно. Проверьте год.")]
    public async Task What_is_no_month_or_may_be_of_two_years_is_asked_again(string typed, string said) =>
        Assert.StartsWith(said, await _book.Answered(typed), StringComparison.Ordinal);

    [Fact]
    public async Task The_nearest_months_are_offered() =>
        Assert.Equal(
            ["январь 2022", "декабрь 2021", "ноябрь 2021", "— (нет)", "не относится"],
            (await _book.Offered()).Take(5)
        );

    [Fact]
    public async Task It_is_corrected_with_a_history_and_sent_back_as_a_table()
    {
        await _book.Added("март 2021");
        Assert.Equal("Месяц: апрель 2021", await _book.Corrected("04.2021"));
        Assert.Contains(
            "Месяц: март 2021 → апрель 2021",
            await _book.NewestChange(),
            StringComparison.Ordinal
        );
        Assert.Equal("Месяц: март 2021 → Месяц: апрель 2021", await _book.NewestAudit());

        Assert.Equal(["апрель 2021"], await _book.Exported());
        Assert.Contains("без изменений: 1", await _book.SentBack(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_month_that_may_be_still_to_come_the_year_is_asked_where_two_are_near()
    {
        await using var ahead = await SampleBook.Open(Samples.OfMonthAhead);

        Assert.Equal(["декабрь 2021", "январь 2022", "февраль 2022"], (await ahead.Offered()).Take(3));
        Assert.Equal("Месяц: март 2022", await ahead.Added("март"));
        Assert.StartsWith("Непонятно, какого года", await ahead.Answered("ноябрь"), StringComparison.Ordinal);
        Assert.StartsWith(
            "До месяца «март 2023» слишком далеко.",
            await ahead.Answered("03.2023"),
            StringComparison.Ordinal
        );
    }
}
