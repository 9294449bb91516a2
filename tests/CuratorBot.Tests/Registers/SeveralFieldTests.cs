namespace CuratorBot.Tests.Registers;

/// <summary>A register that says several of a few; one of them has a comma in its name.</summary>
public sealed class SeveralFieldTests : IAsyncLifetime
{
    private SampleBook _book = null!;

    public async Task InitializeAsync() => _book = await SampleBook.Open(Samples.OfSeveral);

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Theory]
    [InlineData("родители; чтение", "Чтение, Родители")]
    [InlineData("Чтение, родители", "Чтение, Родители")]
    [InlineData("Родители, счёт, письмо", "Счёт, письмо, Родители")]
    [InlineData("Счёт, письмо", "Счёт, письмо")]
    [InlineData("Чтение;;чтение;", "Чтение")]
    public async Task They_are_typed_one_after_the_other(string typed, string shown) =>
        Assert.Equal($"Темы: {shown}", await _book.Added(typed));

    [Theory]
    [InlineData("Чтение; пение", "Среди вариантов нет «пение».")]
    [InlineData("Счёт", "Нажмите, пожалуйста, одну или несколько кнопок.")]
    [InlineData(";", "Нажмите, пожалуйста, одну или несколько кнопок.")]
    public async Task What_is_not_among_them_is_named(string typed, string said) =>
        Assert.StartsWith(said, await _book.Answered(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("Счёт")]
    [InlineData("Чтение; пение")]
    public async Task A_wrong_cell_of_a_table_hears_what_may_stand_there(string cell) =>
        Assert.Contains(
            $"Темы, «{cell}»: здесь может стоять: Чтение; Счёт, письмо; Родители",
            await _book.Sent(cell),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task They_are_pressed_one_by_one_and_one_that_is_typed_then_is_pressed_too() =>
        Assert.Equal(
            "Темы: Чтение, Родители",
            await _book.Added("[Чтение]", "[Счёт, письмо]", "Счёт, письмо", "Родители", "[Готово]")
        );

    [Fact]
    public async Task They_are_corrected_with_a_history_and_sent_back_as_a_table()
    {
        await _book.Added("Чтение; Родители");
        Assert.Equal("Темы: Счёт, письмо, Родители", await _book.Corrected("Родители; Счёт, письмо"));
        Assert.Contains(
            "Темы: Чтение, Родители → Счёт, письмо, Родители",
            await _book.NewestChange(),
            StringComparison.Ordinal
        );

        Assert.Equal(["Счёт, письмо; Родители"], await _book.Exported());
        Assert.Contains("без изменений: 1", await _book.SentBack(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_narrowed_to_the_rows_that_name_one_among_others()
    {
        await _book.Added("Чтение; Родители");
        await _book.Added("Родители");
        await _book.Added("[— (нет)]");
        await _book.OpenList();
        await _book.Phone.Presses("🔎 Отобрать");
        Assert.True(_book.Phone.Sees("Темы: Родители: 2"));
        Assert.False(_book.Phone.Sees("Темы: Счёт, письмо: 0"));
        await _book.Phone.Presses("Темы: Чтение: 1");

        Assert.StartsWith("Пробы: Темы: Чтение", _book.Last.Text.Text, StringComparison.Ordinal);
        Assert.Contains("Всего 1 ", _book.Last.Text.Text, StringComparison.Ordinal);
    }
}
