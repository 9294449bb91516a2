using CuratorBot.Fields;
using CuratorBot.Registers;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Registers;

/// <summary>What she began with one row is not lost by beginning with another, nor by what others do meanwhile.</summary>
public sealed class SeveralDraftsTests : IAsyncLifetime
{
    private SampleBook _book = null!;

    public async Task InitializeAsync() =>
        _book = await SampleBook.Open(_ => new TextField<Sample>("post", row => row.Post, 100));

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Fact]
    public async Task Two_rows_are_begun_side_by_side()
    {
        await _book.Begin();
        await _book.Begin();

        Assert.Equal(2, await _book.World.Read(db => db.Sessions.CountAsync(row => row.Form == "samples")));
    }

    [Theory]
    [InlineData("отмена")]
    [InlineData("Отменить.")]
    public async Task A_word_as_good_as_the_button_ends_no_row(string typed)
    {
        await _book.Added("учитель");
        await _book.Phone.Presses("✖️ Завершить");
        await _book.Phone.Says(typed);

        Assert.Equal(RegisterRow.Active, Assert.Single(await _book.Rows()).State);
        Assert.StartsWith("Отменено", _book.Last.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_the_buttons_below_a_question_are_as_good_as_a_press()
    {
        await _book.Begin();
        await _book.Phone.Says("пропустить");
        Assert.True(_book.Phone.Sees("✅ Сохранить"));

        await _book.Begin();
        await _book.Phone.Says("назад");
        Assert.StartsWith("Как назвать?", _book.Last.Text.Text, StringComparison.Ordinal);
        Assert.False(_book.Phone.Sees("Пропустить"));
    }

    [Fact]
    public async Task A_row_that_has_ended_is_in_force_again_with_a_reason()
    {
        await _book.Added("учитель");
        await _book.Phone.Presses("✖️ Завершить");
        await _book.Phone.Says("ошиблась");
        await _book.Phone.Presses("↩️ Снова действует");
        await _book.Phone.Says("внесли по ошибке");

        Assert.Equal(RegisterRow.Active, Assert.Single(await _book.Rows()).State);
    }

    [Fact]
    public async Task She_hears_that_somebody_else_wrote_there_meanwhile()
    {
        await _book.Added("учитель");
        await _book.Phone.Presses("✏️ Исправить");
        await _book.Phone.Presses("✏️ Исправить");
        await _book.Phone.Presses(_book.Label);
        await _book.Phone.Says("завуч");
        await _book.World.UnitOfWork.Write(async scope =>
        {
            (await scope.Db.Set<Sample>().SingleAsync()).Post = "директор";
            await scope.Db.SaveChangesAsync();
            return true;
        });
        await _book.Phone.Presses("✅ Сохранить");

        var said = _book.World.Channel.Heard.TakeLast(2).First().Message.Text.Text;
        Assert.Contains("здесь уже записали другое: Должность — директор", said, StringComparison.Ordinal);
        Assert.Equal("завуч", Assert.Single(await _book.Rows()).Post);
    }
}
