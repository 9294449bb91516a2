namespace CuratorBot.Tests.Registers;

/// <summary>A register that says a share: a percent keeps its base.</summary>
public sealed class ShareFieldTests : IAsyncLifetime
{
    private SampleBook _book = null!;

    public async Task InitializeAsync() => _book = await SampleBook.Open(Samples.OfShare);

    public async Task DisposeAsync() => await _book.DisposeAsync();

    [Fact]
    public async Task The_percent_is_worked_out_and_one_that_was_stated_is_kept_beside_it()
    {
        Assert.Equal("Охват: 77 из 97 — 79,4 %", await _book.Added("77 из 97"));
        Assert.Equal("Охват: 77 из 97 — 79,4 %, указано 75,3 %", await _book.Added("77/97 (75,25 %)"));

        var rows = await _book.Rows();
        Assert.Equal((77, 97, null), (rows[0].Reached, rows[0].ReachedOf, rows[0].ReachedStated));
        Assert.Equal((77, 97, 75.25m), (rows[1].Reached, rows[1].ReachedOf, rows[1].ReachedStated));
    }

    [Theory]
    [InlineData("75 %", "Напишите, сколько из скольких, например: 77 из 97.")]
    [InlineData("97 из 77", "97 больше, чем 77.")]
    [InlineData("много", "Напишите, сколько из скольких, например: 77 из 97.")]
    public async Task A_percent_without_its_base_is_refused(string typed, string said) =>
        Assert.StartsWith(said, await _book.Answered(typed), StringComparison.Ordinal);

    [Fact]
    public async Task It_is_corrected_with_a_history_and_sent_back_as_a_table()
    {
        await _book.Added("77 из 97");
        await _book.Added("10 из 40 (30 %)");
        Assert.Equal(
            "Охват: 0 из 40 — 0 %, указано 12,25 %".Replace("12,25", "12,3"),
            await _book.Corrected("0 из 40 (12,25%)")
        );
        Assert.Contains(
            "Охват: 10 из 40 — 25 %, указано 30 % → 0 из 40 — 0 %, указано 12,3 %",
            await _book.NewestChange(),
            StringComparison.Ordinal
        );

        Assert.Equal(["0 из 40 (12,25 %)", "77 из 97"], await _book.Exported());
        Assert.Contains("без изменений: 2", await _book.SentBack(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_with_a_bare_percent_is_refused_with_the_same_words() =>
        Assert.Contains(
            "Охват, «75%»: Напишите, сколько из скольких",
            await _book.Sent("75%"),
            StringComparison.Ordinal
        );
}
