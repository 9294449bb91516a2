using CuratorBot.Host.Tests.Support;
using CuratorBot.Tables;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The operator brings a roster in from the command line.</summary>
public sealed class RosterCommandTests
{
    private static readonly string[] Sneg =
    [
        "Синеглазкина Снежинка",
        "+79270000011",
        "директор",
        "Кузнецк",
        "СОШ №16",
    ];
    private static readonly string[] Bad = ["Тюбиков Тюбик", "", "куратор", "Кузнецк", "СОШ №3"];

    [Fact]
    public async Task It_is_shown_first_and_applied_only_when_that_is_asked_for()
    {
        await using var stage = await Stage.Open();
        var file = Write(stage, Sneg);

        var (code, words) = await Run(stage, file);
        Assert.Equal(0, code);
        Assert.Contains("новых: 1", words);
        Assert.Equal(0, stage.Stored().Count("roster_entries"));

        (code, words) = await Run(stage, file, "--apply");
        Assert.Equal(0, code);
        Assert.Contains("добавлено: 1", words);
        Assert.Equal(1, stage.Stored().Count("roster_entries"));
        Assert.Equal(2, stage.Stored().Count("audit WHERE Channel = 'command-line' AND ActorId IS NULL"));
    }

    [Fact]
    public async Task With_a_bad_row_nothing_is_applied()
    {
        await using var stage = await Stage.Open();

        var (code, words) = await Run(stage, Write(stage, Sneg, Bad), "--apply");

        Assert.Equal(1, code);
        Assert.Contains("строка 3, Тюбиков Тюбик: Нет телефона.", words);
        Assert.Equal(0, stage.Stored().Count("roster_entries"));
    }

    [Theory]
    [InlineData("import-roster FILE")]
    [InlineData("import-roster FILE", "--all")]
    [InlineData("There is no file", "nosuch.xlsx")]
    public async Task A_call_that_is_off_says_so(string expected, params string[] arguments)
    {
        await using var stage = await Stage.Open();

        var (code, words) = await Run(stage, arguments);

        Assert.Equal(2, code);
        Assert.Contains(expected, words);
    }

    [Fact]
    public async Task A_file_that_is_no_roster_is_refused()
    {
        await using var stage = await Stage.Open();
        var file = Path.Combine(stage.Folder, "реестр.xlsx");
        await File.WriteAllTextAsync(file, "%PDF-1.7\u0001");

        var (code, words) = await Run(stage, file, "--apply");

        Assert.Equal(2, code);
        Assert.Contains("Это не таблица", words);
    }

    private static async Task<(int Code, string Words)> Run(Stage stage, params string[] arguments)
    {
        await using var run = stage.Launch(null, null, ["import-roster", .. arguments]);
        var code = await run.WaitForExit();
        return (code, run.Output);
    }

    private static string Write(Stage stage, params string[][] rows)
    {
        string[] titles = ["ФИО", "Телефон", "Роль", "Муниципалитет", "Школы"];
        var file = Path.Combine(stage.Folder, "реестр.xlsx");
        File.WriteAllBytes(
            file,
            SheetWriter.Write(
                new Sheet("Реестр", [.. titles.Select(title => new SheetColumn(title, 20))], rows)
            )
        );
        return file;
    }
}
