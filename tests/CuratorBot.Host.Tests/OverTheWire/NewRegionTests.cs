using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground;
using CuratorBot.Playground.Chats;
using CuratorBot.Tables;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>
/// The first days of a region: an empty database, its schools, the first coordinator, a roster with mistakes,
/// people who come in by their number or by a request, and the first who leave.
/// </summary>
public sealed partial class NewRegionTests : IAsyncLifetime
{
    private const long Region = 4001;
    private const long Coordinator = 5001;
    private const long Director = 5002;
    private const long Curator = 5003;
    private const long Teacher = 5004;
    private const long Welcome = 5005;
    private const long Unwelcome = 5006;

    private const int People = 300;
    private const int Bad = 20;
    private static readonly string[] Municipalities =
    [
        "г. Дубравск",
        "Зелёный район",
        "Кедровый район",
        "Ольховский муниципальный округ",
    ];

    private Stage _stage = null!;

    public async Task InitializeAsync() =>
        _stage = await Stage.Open(
            new() { ["Demo__Seed"] = "false" },
            new PlaygroundOptions { BotUsername = "school_curator_bot" }
        );

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_region_begins_with_nothing_and_works_after_its_first_days()
    {
        await Operator("import-schools", Write("школы.xlsx", SchoolTitles, Schools()), "--apply");
        Assert.Equal(60, _stage.Stored().Count("schools"));
        await _stage.Start();
        var region = await FirstCoordinator();
        await Roster(region);
        var coordinator = await ComesByNumber(Coordinator, 0, "муниципальный координатор");
        await ComesByNumber(Director, 4, "директор школы: СОШ №1 г. Дубравска");
        var curator = await ComesByNumber(Curator, 64, "куратор: СОШ №1 г. Дубравска");
        var teacher = await ComesByNumber(Teacher, 124, "педагог: СОШ №1 г. Дубравска");
        await AsksAndIsAnswered(Welcome, "Принять", Labels.Welcome);
        await AsksAndIsAnswered(Unwelcome, "Отклонить", "отклонил");
        await NewTask(region);
        await KeepRegisters(region, coordinator);
        await ChangesSchool(coordinator, curator);
        await DirectorLeaves(coordinator, teacher);

        await _stage.Host.Stop();
        Assert.Equal(0, _stage.Stored().RolesOf(Unwelcome));
        Assert.Contains("The audit holds", await Operator("verify-audit"));
    }

    private async Task<Person> FirstCoordinator()
    {
        var link = Link().Match(await Operator("invite", "--role", "regional-coordinator"));
        var region = _stage.Person(Region);
        await region.Ask($"/start {link.Groups[1].Value}", "Согласие на обработку");
        await region.Press("Согласен", "Как к вам обращаться");
        await region.Ask("Никита Первый", Labels.Welcome);
        return region;
    }

    private async Task Roster(Person region)
    {
        var preview = await Send(region, "реестр.xlsx", Rows(Bad));
        Assert.Contains("новых: 280", preview.Text);
        Assert.Contains("с ошибками: 20", preview.Text);
        Assert.Equal(0, _stage.Stored().Count("roster_entries"));

        var corrected = await Send(region, "исправлено.xlsx", Rows(bad: 0));
        Assert.Contains("новых: 300", corrected.Text);
        await region.Press("✅ Применить", "добавлено: 300");
        await _stage.Host.WaitUntilQuiet();
        Assert.Equal(People, _stage.Stored().Count("roster_entries"));
    }

    private async Task<Person> ComesByNumber(long account, int row, string role)
    {
        var person = _stage.Person(account);
        await person.Ask("/start", "Согласие на обработку");
        await person.Press("Согласен", "Возможно, координатор уже внёс вас в список");
        var asked = await person.Hear("Кнопка «Поделиться номером»");
        person.Phone.SendContact(PhoneOf(row), account);
        var welcome = await person.Hear(Labels.Welcome, asked.MessageId);
        Assert.Contains(role, welcome.Text);
        return person;
    }

    private async Task AsksAndIsAnswered(long account, string button, string answer)
    {
        var stranger = _stage.Person(account);
        await stranger.Ask("/start", "Согласие на обработку");
        await stranger.Press("Согласен", "Возможно, координатор уже внёс вас в список");
        await stranger.Press("Войти по заявке", "Кем вы работаете");
        await stranger.Press("Педагог", "В каком вы городе");
        await stranger.Ask("Дубравск", "Какая школа");
        await stranger.Ask("школа 2", "Как к вам обращаться");
        await stranger.Ask($"Гостья {account}", "Проверьте заявку");
        await stranger.Press(Labels.Send, Labels.Sent);

        var coordinator = _stage.Person(Coordinator);
        await coordinator.Hear($"Гостья {account}");
        coordinator.Phone.Press(button);
        await stranger.Hear(answer);
    }

    /// <summary>The letter of a ministry becomes a task of the schools.</summary>
    private static async Task NewTask(Person region)
    {
        await region.Ask("/schedule", "График");
        await region.Press("➕ Добавить задачу", "Что нужно сделать?");
        await region.Ask("Просим до 24.01.2022 направить отчёт о посещении школ.", "Где действует");
        await region.Press("Во всех регионах", "Кто должен");
        await region.Press("Школы", "Чем подтвердить");
        await region.Press("Ничем", "Она появится у 60 школ");
        await region.Press("Добавить", "добавлена");
    }

    private async Task ChangesSchool(Person coordinator, Person curator)
    {
        await coordinator.Ask("/people Особа 64", "куратор, СОШ №1");
        await coordinator.Press("🏫 Сменить школы", "Какая школа теперь");
        await coordinator.Ask("СОШ №2", "ещё одна школа");
        await coordinator.Press("Нет, это всё", "По какому приказу");
        await coordinator.Ask("№339 от 14.01.2022", "Новые школы вместо прежних");
        await coordinator.Press("✅ Сменить школы", "Особа 64");
        await curator.Hear("СОШ №2 г. Дубравска");
        var me = await curator.Ask("/me", "Особа 64");
        Assert.Contains("СОШ №2 г. Дубравска", me.Text);
        Assert.DoesNotContain("СОШ №1 г. Дубравска", me.Text);
    }

    /// <summary>What she owed goes to the team of her school; she hears of nothing any more.</summary>
    private async Task DirectorLeaves(Person coordinator, Person teacher)
    {
        var director = _stage.Person(Director);
        await coordinator.Ask("/people Особа 4", "директор школы, СОШ №1");
        await coordinator.Press("Завершить роль", "Завершить");
        await coordinator.Press("Да, завершить", "Особа 4");
        await director.Hear("Других ролей в боте у вас нет");
        var heard = director.Heard.Count;

        using (
            await _stage.Host.Http.PostAsJsonAsync("/demo/clock", new { now = "2022-01-21T10:00:00+03:00" })
        )
            await _stage.Host.WaitUntilQuiet();

        await teacher.Hear("Направить отчёт о посещении школ");
        Assert.Equal(heard, director.Heard.Count);
        await director.Ask("/tasks", "сначала представьтесь");
    }

    private async Task<string> Operator(params string[] arguments)
    {
        await using var run = _stage.Launch(null, null, arguments);
        var code = await run.WaitForExit();
        Assert.True(code == 0, run.Output);
        return run.Output;
    }

    private string Write(string name, string[] titles, IReadOnlyList<string[]> rows)
    {
        var file = Path.Combine(_stage.Folder, name);
        File.WriteAllBytes(file, Workbook(titles, rows));
        return file;
    }

    private static Task<ChatMessage> Send(Person person, string name, IReadOnlyList<string[]> rows)
    {
        string[] titles = ["ФИО", "Телефон", "Роль", "Муниципалитет", "Школы", "E-mail"];
        var sent = person.Phone.SendDocument(name, Workbook(titles, rows));
        return person.Hear("Проверен файл", sent.MessageId);
    }

    private static byte[] Workbook(string[] titles, IReadOnlyList<string[]> rows) =>
        SheetWriter.Write(new Sheet("Лист", [.. titles.Select(title => new SheetColumn(title, 20))], rows));

    private static string[] SchoolTitles =>
        ["Регион", "Муниципалитет", "Часовой пояс", "Школа", "Краткое название", "Группа"];

    /// <summary>Fifteen schools in each municipality.</summary>
    private static List<string[]> Schools() =>
        [
            .. Enumerable
                .Range(0, 60)
                .Select(school =>
                    new[]
                    {
                        "Лукоморская область",
                        Municipalities[school / 15],
                        "МСК",
                        $"МБОУ «{NameOf(school)}»",
                        NameOf(school),
                        $"{1 + school % 3}",
                    }
                ),
        ];

    private static string NameOf(int school) =>
        (school / 15) switch
        {
            0 => $"СОШ №{1 + school % 15} г. Дубравска",
            1 => $"СОШ №{1 + school % 15} Зелёного района",
            2 => $"СОШ №{1 + school % 15} Кедрового района",
            _ => $"СОШ №{1 + school % 15} Ольховского округа",
        };

    /// <summary>Four coordinators, then a director, a curator and three teachers for each school.</summary>
    private static List<string[]> Rows(int bad) =>
        [.. Enumerable.Range(0, People).Select(row => row >= People - bad ? Spoilt(row) : Sound(row))];

    private static string[] Sound(int row)
    {
        var school = (row - 4 + 60) % 60;
        return
        [
            $"Сказочная Особа {row}",
            $"+{PhoneOf(row)}",
            row < 4 ? "муниципальный координатор"
            : row < 64 ? "директор"
            : row < 124 ? "куратор"
            : "педагог",
            Municipalities[row < 4 ? row : school / 15],
            row < 4 ? "" : NameOf(school),
            "",
        ];
    }

    private static string[] Spoilt(int row)
    {
        var cells = Sound(row);
        var (place, wrong) = (row % 4) switch
        {
            0 => (1, "7,93E+10"),
            1 => (2, "волшебник"),
            2 => (4, "СОШ №99"),
            _ => (3, "Тридевятое царство"),
        };
        cells[place] = wrong;
        return cells;
    }

    private static string PhoneOf(int row) => $"7927{row:0000000}";

    [GeneratedRegex(@"Link: https://t\.me/school_curator_bot\?start=(\w+)")]
    private static partial Regex Link();
}
