using System.Text.RegularExpressions;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;
using CuratorBot.Playground.Faults;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>Whatever members write, share and are told: none of it is logged, nor kept beside an error.</summary>
public sealed partial class MemberSecrecyTests
{
    /// <summary>A name that would break HTML, and one that would forge a line of the log.</summary>
    private const string Bold = "Потаённая <b>Тихоновна</b>";
    private const string Forged = "Секретова\n2022-01-17 10:00:00 fail: Подделкина[0] Всё пропало";
    private const string Topic = "Скрытная тема Молчановой";
    private const string Result = "Утаили результат";
    private const string Caption = "Подпись Незримова";
    private const string Link = "https://kuznetsk.example/zapretnaya-stranitsa";
    private const string Document = "lichnoe-delo.pdf";

    private static readonly string[] Secrets =
    [
        HostUnderTest.Secret,
        "Потаённая",
        "Тихоновна",
        "Секретова",
        "Подделкина",
        "Молчановой",
        "Утаили",
        "Незримова",
        "zapretnaya",
        "lichnoe",
        "Примерова",
        "Искусницына",
    ];

    [Fact]
    public async Task Nothing_that_members_write_is_logged_or_kept_with_an_error()
    {
        await using var stage = await Stage.OpenAndStart(SecrecyTests.EverythingIsLogged);
        var (curator, coordinator) = (stage.Person(Stage.Curator), stage.Person(Stage.Coordinator));
        await Rename(curator, Bold);
        await Rename(coordinator, Forged);
        await Report(curator);
        await coordinator.Ask("/tasks", "Школы, г. Кузнецк");
        await coordinator.Press("Готово: 5", "Пришлите ссылку");
        await coordinator.Ask(Link, "Записано");
        var code = await Invite(stage, coordinator);
        await Redeem(stage.Person(7001), code);
        curator.Phone.SendText("/mydata");
        await stage.Playground.WaitForMessage(
            Stage.Curator,
            said => said.Text?.Contains("Всё, что бот знает", StringComparison.Ordinal) == true,
            HostUnderTest.Patience
        );
        await BeRefused(stage, curator);
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        Assert.Contains("trce: ", stage.Host.Output);
        Assert.Contains("is given up", stage.Host.Output);
        foreach (var secret in Secrets.Append(code).Append(code.Replace("-", "", StringComparison.Ordinal)))
            Assert.DoesNotContain(secret, stage.Host.Output);
        var errors = stage
            .Stored()
            .Ask(
                "SELECT Error FROM inbox WHERE Error NOT NULL UNION ALL SELECT Error FROM outbox WHERE Error NOT NULL"
            )
            .ConvertAll(row => (string)row[0]!);
        Assert.NotEmpty(errors);
        foreach (var secret in Secrets)
            Assert.DoesNotContain(errors, error => error.Contains(secret, StringComparison.Ordinal));
        Assert.Contains(stage.Stored().Ask("SELECT Name FROM people"), row => Equals(row[0], Bold)); // so the search does find things
    }

    private static async Task Rename(Person person, string name)
    {
        await person.Ask("/me", "Согласие на обработку данных");
        await person.Press("✏️ Исправить имя", "Как к вам обращаться");
        await person.Ask(name, "Готово. Теперь вы в боте");
    }

    private static async Task Report(Person curator)
    {
        await curator.Ask("/report", "О каком мероприятии");
        await curator.Press("Консультация", "В какой школе");
        await curator.Press("СОШ №3 г. Кузнецка", "Когда это было");
        await curator.Press("Сегодня, 17 января", "Сколько было участников");
        await curator.Ask("12", "Какая была тема");
        await curator.Ask(Topic, "С каким вопросом");
        await curator.Press("Без вопроса", "Проверьте отчёт");
        await curator.Press("➕ Результат", "Чем закончилось");
        await curator.Ask(Result, "Проверьте отчёт");
        var last = curator.Heard[^1].MessageId;
        curator.Phone.SendPhoto(QrPicture.Png("https://kuznetsk.example"), Caption);
        await curator.Hear("Получен 1 файл", last);
        last = curator.Heard[^1].MessageId;
        curator.Phone.SendDocument(Document, "%PDF-1.4\n%%EOF"u8.ToArray(), caption: Caption);
        await curator.Hear("Проверьте отчёт", last);
        await curator.Press("✅ Отправить", "Отчёт отправлен");
    }

    /// <returns>The code as it is typed, with dashes.</returns>
    private static async Task<string> Invite(Stage stage, Person coordinator)
    {
        await coordinator.Ask("/invite", "Кого приглашаем");
        await coordinator.Press("Педагога", "В какую школу");
        await coordinator.Press("СОШ №5 г. Кузнецка", "Приглашение готово");
        var letter = await stage.Playground.WaitForMessage(
            coordinator.Account,
            said => Code().IsMatch(said.Text ?? ""),
            HostUnderTest.Patience
        );
        return Code().Match(letter.Text ?? "").Value;
    }

    private static async Task Redeem(Person newcomer, string code)
    {
        await newcomer.Ask(code, "Согласие на обработку");
        await newcomer.Press("Согласен", "Как к вам обращаться");
        await newcomer.Ask("Потаённая Вторая", Labels.Welcome);
    }

    /// <summary>The messenger repeats the words of a message in its refusal.</summary>
    private static async Task BeRefused(Stage stage, Person curator)
    {
        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Answer,
                Method = "sendMessage",
                ChatId = Stage.Curator,
                Status = 400,
                ContentType = "application/json",
                Body =
                    """{"ok":false,"error_code":400,"description":"Bad Request: can't parse entities: unsupported start tag \"Тихоновна\" in Потаённая"}""",
            }
        );
        curator.Phone.SendText("/start");
        await stage.Host.WaitForHealth(_ => stage.Host.Output.Contains("is given up"));
    }

    [GeneratedRegex(@"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")]
    private static partial Regex Code();
}
