using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;
using CuratorBot.Playground.Chats;
using CuratorBot.Playground.Faults;
using CuratorBot.Tables;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>A region's roster of three hundred people, from the file to the database.</summary>
public sealed class RosterTests
{
    private const int People = 300;
    private const int Bad = 20;
    private const string FileOfCorrections = "Реестр, что исправить.xlsx";

    [Fact]
    public async Task Three_hundred_rows_with_twenty_bad_ones_are_corrected_and_applied()
    {
        await using var stage = await Stage.OpenAndStart();
        var region = stage.Person(Stage.Region);
        await region.Ask("/roster", "Пока в нём никого нет");

        var preview = await Send(region, "реестр.xlsx", Rows(bad: Bad));
        Assert.Contains("новых: 280", preview.Text);
        Assert.Contains("с ошибками: 20", preview.Text);
        Assert.Contains("… и ещё 15 строк", preview.Text);
        var corrections = await Corrections(region);
        Assert.Equal(Bad, corrections.Count(row => row[6].Length > 0));
        Assert.Equal(0, stage.Stored().Count("roster_entries"));

        await Send(region, "исправлено.xlsx", Rows(bad: 0));
        await region.Press("✅ Применить", "добавлено: 300");

        await stage.Host.WaitUntilQuiet();
        Assert.Equal(People, stage.Stored().Count("roster_entries"));
        Assert.Equal(People, stage.Stored().Count("roster_roles"));
        await Send(region, "ещё раз.xlsx", Rows(bad: 0), "без изменений: 300");
    }

    [Theory]
    [InlineData(FailPoints.Handled, 0)]
    [InlineData(FailPoints.Committed, People)]
    public async Task Killed_while_it_is_applied_a_roster_is_there_as_a_whole_or_not_at_all(
        string place,
        int expected
    )
    {
        await using var stage = await Stage.OpenAndStart();
        var region = stage.Person(Stage.Region);
        await Send(region, "реестр.xlsx", Rows(bad: 0));
        await stage.Host.Stop();

        var doomed = await stage.Start(failAt: place);
        region.Phone.Press("✅ Применить");
        Assert.Equal(128 + 9, await doomed.WaitForExit());
        Assert.Equal(expected, stage.Stored().Count("roster_entries"));

        await stage.Start();
        await region.Hear("добавлено: 300");
        await stage.Host.WaitUntilQuiet();
        Assert.Equal(People, stage.Stored().Count("roster_entries"));
        Assert.Equal(People, stage.Stored().Count("roster_roles"));
    }

    [Fact]
    public async Task A_download_that_fails_twice_is_nothing_to_her_and_one_that_keeps_failing_is_told()
    {
        await using var stage = await Stage.OpenAndStart();
        var region = stage.Person(Stage.Region);
        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Drop,
                Method = "getFile",
                Times = 2,
            }
        );
        await Send(region, "реестр.xlsx", Rows(bad: 0));

        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Drop,
                Method = "getFile",
                Times = 100,
            }
        );
        await Send(region, "реестр.xlsx", Rows(bad: 0), "Не получилось скачать файл");

        Assert.Empty(Directory.GetFiles(Path.Combine(stage.Folder, "files", "arriving")));
    }

    [Fact]
    public async Task What_a_killed_run_had_begun_to_download_is_gone_after_the_next_start()
    {
        await using var stage = await Stage.Open();
        var arriving = Directory.CreateDirectory(Path.Combine(stage.Folder, "files", "arriving"));
        await File.WriteAllTextAsync(Path.Combine(arriving.FullName, "half"), "PK");

        await stage.Start();
        await stage.Person(Stage.Curator).Ask("/nosuchcommand", Labels.UnknownCommand);

        Assert.Empty(arriving.GetFiles());
    }

    private static Task<ChatMessage> Send(
        Person person,
        string name,
        IReadOnlyList<string[]> rows,
        string expected = "Проверен файл"
    )
    {
        string[] titles = ["ФИО", "Телефон", "Роль", "Муниципалитет", "Школы", "E-mail"];
        var sent = person.Phone.SendDocument(
            name,
            SheetWriter.Write(
                new Sheet("Реестр", [.. titles.Select(title => new SheetColumn(title, 20))], rows)
            )
        );
        return person.Hear(expected, sent.MessageId);
    }

    /// <summary>The rows of the file that says what to correct, without its header.</summary>
    private static async Task<List<TableRow>> Corrections(Person person)
    {
        var file = await person.HearFile(FileOfCorrections);
        var read = (TableReading.Read)TableReader.Read(new MemoryStream(file));
        return [.. read.Tables[0].Rows.Skip(1)];
    }

    private static List<string[]> Rows(int bad) =>
        [.. Enumerable.Range(0, People).Select(row => row < bad ? Spoilt(row) : Sound(row))];

    private static string[] Sound(int row) =>
        [
            $"Сказочная Особа {row}",
            $"+7927{row:0000000}",
            row % 3 == 0 ? "директор"
            : row % 3 == 1 ? "педагог"
            : "куратор",
            "Кузнецк",
            row % 2 == 0 ? "СОШ №3" : "СОШ №16",
            $"osoba{row}@example.ru",
        ];

    private static string[] Spoilt(int row)
    {
        var cells = Sound(row);
        var (place, wrong) = (row % 5) switch
        {
            0 => (1, "7,93E+10"),
            1 => (1, ""),
            2 => (2, "волшебник"),
            3 => (4, "СОШ №99"),
            _ => (3, "Лукоморье"),
        };
        cells[place] = wrong;
        return cells;
    }
}
