using CuratorBot.Registers;
using CuratorBot.Registers.Finding;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Registers;

/// <summary>«Найти» in the list of a register: rows that have all the words, counted and exported as any list.</summary>
public sealed class FindRowsTests : IAsyncLifetime
{
    private SampleBook _book = null!;

    public async Task InitializeAsync() => _book = await SampleBook.Open(Samples.OfSchool);

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Theory]
    [InlineData("проба 2", "Проба 2")]
    [InlineData("ФЁДОРОВКА", "Проба 2")]
    [InlineData("кузнецка №3 проба гимназия", "Проба 1")]
    [InlineData("г. кузнецк проба 1", "Проба 1")]
    public async Task Words_are_looked_for_in_the_place_and_in_all_that_is_shown(string words, string name)
    {
        await AddTwo();
        await Find(words);

        var said = _book.Last.Text.Text;
        Assert.StartsWith($"Пробы: по словам «{words}»", said, StringComparison.Ordinal);
        Assert.Contains("Всего 1 · действует: 1 · завершено: 0", said, StringComparison.Ordinal);
        Assert.Contains($"1. СОШ №3 г. Кузнецка: {name} (действует)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_and_the_export_follow_the_words_and_one_button_leads_out_of_them()
    {
        await AddTwo();
        await Find("федоровка");
        await _book.Phone.Presses("🔎 Отобрать");
        Assert.True(_book.Phone.Sees("действует: 1"));
        await _book.Phone.Presses("действует: 1");
        Assert.StartsWith(
            "Пробы: действует, по словам «федоровка»",
            _book.Last.Text.Text,
            StringComparison.Ordinal
        );
        await _book.Phone.Presses("📤 Таблица");
        Assert.Contains("В таблице 1 запись", _book.Last.Text.Text, StringComparison.Ordinal);
        await _book.Phone.Presses("✕ Без слов поиска");
        Assert.Contains("Всего 2 ", _book.Last.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_has_the_words_she_may_try_others()
    {
        await AddTwo();
        await Find("a;b=c:d%20 «е»");

        Assert.StartsWith(
            "Пробы: по словам «a;b=c:d%20 «е»»",
            _book.Last.Text.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("По этим словам ничего не нашлось", _book.Last.Text.Text, StringComparison.Ordinal);
        Assert.True(_book.Phone.Sees("🔎 Найти"));
    }

    [Theory]
    [InlineData("a;b=c:d%20 «е»")]
    [InlineData("state=ended;school=x")]
    [InlineData("50 % : и ещё; f.kind=y\n😀")]
    public void A_button_keeps_the_words_as_they_are(string words)
    {
        var filter = new RegisterFilter(State: "active", SchoolId: "x", Words: words).With("f.kind", "z");

        var read = RegisterFilter.Parse(filter.ToString());

        Assert.Equal((words, "active", "x"), (read.Words, read.State, read.SchoolId));
        Assert.Equal([("kind", "z")], read.Fields);
    }

    [Fact]
    public async Task Nobody_finds_what_she_may_not_read()
    {
        await AddTwo();
        var director = new Phone(_book.World, 1002);
        await director.Says("/registers");
        await director.Presses("Школы: 1");
        await director.Presses("🔎 Найти");
        await director.Says("гимназия");

        Assert.Contains(
            "По этим словам ничего не нашлось",
            _book.World.Channel.Heard.Last(heard => heard.ChatId == 1002).Message.Text.Text,
            StringComparison.Ordinal
        );
    }

    private async Task AddTwo()
    {
        await _book.Added("гимназия №1 Кузнецк");
        await _book.Added("Федоровка");
    }

    private async Task Find(string words)
    {
        await _book.OpenList();
        await _book.Phone.Presses("🔎 Найти");
        await _book.Phone.Says(words);
    }
}
