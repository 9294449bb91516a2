using CuratorBot.Fields;
using CuratorBot.Tables;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Registers;

/// <summary>A table that the bot sent comes back corrected; what is not hers, and what cannot be read, is said.</summary>
public sealed class CorrectedTablesTests : IAsyncLifetime
{
    private static readonly string[] Titles =
    [
        "Муниципалитет",
        "Школа",
        "Имя пробы",
        "Должность",
        "Состояние",
        "Код записи",
    ];

    private SampleBook _book = null!;

    public async Task InitializeAsync() =>
        _book = await SampleBook.Open(_ => new TextField<Sample>("post", row => row.Post, 100));

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Fact]
    public async Task A_row_is_known_by_its_code_though_its_key_was_corrected()
    {
        await _book.Added("учитель");
        var row = Assert.Single(await _book.Rows());
        await Send(["г. Кузнецк", "СОШ №3 г. Кузнецка", "Другое имя", "завуч", "", $"{row.Id}"]);
        await _book.Phone.Presses("✅ Применить");

        var now = Assert.Single(await _book.Rows());
        Assert.Equal((row.Id, "Другое имя", "завуч"), (now.Id, now.Name, now.Post));
    }

    [Theory]
    [InlineData("12345", "записи с кодом «12345» среди ваших нет")]
    [InlineData("абв", "записи с кодом «абв» среди ваших нет")]
    public async Task A_code_of_no_row_is_named(string code, string said) =>
        Assert.Contains(
            said,
            await Send(["г. Кузнецк", "СОШ №3", "Имя", "завуч", "", code]),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_code_beside_another_school_is_refused()
    {
        await _book.Added("учитель");
        var row = Assert.Single(await _book.Rows());

        Assert.Contains(
            "это запись другого места: СОШ №3 г. Кузнецка",
            await Send(["г. Кузнецк", "СОШ №5", "Проба 1", "завуч", "", $"{row.Id}"]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_new_row_that_is_said_to_have_ended_is_refused() =>
        Assert.Contains(
            "новая запись начинается с состояния «действует»",
            await Send(["г. Кузнецк", "СОШ №3", "Имя", "завуч", "завершено", ""]),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Two_rows_without_a_name_lack_it_and_are_not_the_same() =>
        Assert.Equal(
            2,
            (
                await Send(
                    ["г. Кузнецк", "СОШ №3", "", "завуч", "", ""],
                    ["г. Кузнецк", "СОШ №3", "", "учитель", "", ""]
                )
            )
                .Split("не заполнено: Имя пробы")
                .Length - 1
        );

    [Fact]
    public async Task Another_sheet_with_rows_is_said_to_be_unread()
    {
        var said = await After(
            SheetWriter.Write(
                SheetOf("Первый", ["г. Кузнецк", "СОШ №3", "Имя", "завуч", "", ""]),
                SheetOf("Второй", ["г. Кузнецк", "СОШ №5", "Имя", "завуч", "", ""])
            )
        );

        Assert.Contains("Прочитан только один лист. Не прочитаны: «Второй»", said, StringComparison.Ordinal);
    }

    private Task<string> Send(params IReadOnlyList<string>[] rows) =>
        After(SheetWriter.Write(SheetOf("Лист1", rows)));

    private static Sheet SheetOf(string name, params IReadOnlyList<string>[] rows) =>
        new(name, [.. Titles.Select(title => new SheetColumn(title, 20))], [.. rows]);

    private async Task<string> After(byte[] table)
    {
        await _book.Phone.SendsFile("пробы.xlsx", table);
        return _book.Last.Text.Text;
    }
}
