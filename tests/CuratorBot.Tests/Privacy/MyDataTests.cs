using System.Text;
using System.Text.RegularExpressions;
using CuratorBot.Messaging;
using CuratorBot.Tests.People;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Privacy;

/// <summary>The file behind «/mydata»: all of her, readable, and nothing that a browser could run.</summary>
public sealed partial class MyDataTests
{
    [Fact]
    public async Task The_file_tells_of_every_kind_of_data_that_there_is_of_her()
    {
        await using var world = await World.Open();
        var director = new Phone(world, 1002);
        await director.Says("/tasks");
        await director.Presses("Готово");
        await director.Says("/report");
        await director.Presses("Консультация");

        var page = await PageFor(world, director);

        Assert.Equal(
            [
                "Кто вы",
                "Где вы пишете боту",
                "Роли",
                "Согласия на обработку данных",
                "Сроки, которые вы отметили выполненными",
                "Незаконченное",
                "Напоминания",
                "Ваши сообщения боту (после ответа текст не хранится)",
                "Сообщения бота вам",
                "Журнал: что сделали вы",
            ],
            Headings().Matches(page).Select(heading => heading.Groups[1].Value)
        );
        Assert.Contains("<dt>Имя</dt><dd>Иван Образцов-Царевич</dd>", page);
        Assert.Contains("<dt>Роль</dt><dd>директор школы</dd>", page);
        Assert.Contains("<dt>Школа</dt><dd>СОШ №3 г. Кузнецка</dd>", page);
        Assert.Contains("<dt>Номер учётной записи</dt><dd>1002</dd>", page);
        Assert.Contains("<dt>Что</dt><dd>отчёт о мероприятии</dd>", page);
        Assert.Contains("<dt>Ответы</dt><dd>СОШ №3 г. Кузнецка\nКонсультация</dd>", page);
    }

    [Fact]
    public async Task Whatever_she_calls_herself_stays_text()
    {
        await using var world = await World.Open();
        var director = new Phone(world, 1002);
        await director.Says("/me");
        await director.Presses("✏️");
        await director.Says("<script>alert(1)</script> & Ко");

        var page = await PageFor(world, director);

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Ко", page);
        Assert.DoesNotContain("<script", page);
    }

    [Fact]
    public async Task A_letter_that_was_forgotten_once_it_was_sent_does_not_spoil_the_file()
    {
        await using var world = await World.Open();
        var coordinator = new Phone(world, 1004);
        await coordinator.Says("/invite");
        await coordinator.Presses("Педагога");
        await coordinator.Presses("СОШ №5");

        var page = await PageFor(world, coordinator);

        Assert.Contains("Приглашения, которые вы выписали или приняли", page);
        Assert.Contains("<dt>Кто выписал</dt><dd>вы</dd>", page);
        Assert.DoesNotContain("t.me/", page);
    }

    [Fact]
    public async Task Nobody_else_is_in_her_file_but_by_name()
    {
        await using var world = await World.Open();
        await Newcomers.Ask(new Phone(world, 3001));
        var (coordinator, stranger) = (new Phone(world, 1004), new Phone(world, 3001));
        await coordinator.Presses("Принять");

        var page = await PageFor(world, stranger);

        Assert.Contains("<dt>Кто решил</dt><dd>Марья Искусницына</dd>", page);
        Assert.DoesNotContain("1004", page);
    }

    private static async Task<string> PageFor(World world, Phone phone)
    {
        await phone.Says("/mydata");
        var sent = world.Channel.Heard.Last(heard =>
            heard.ChatId == phone.Account && heard.Message.Kind == OutgoingKind.Document
        );
        await using var file = world.Files.Open(sent.Message.FilePath!)!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("<h2>(.*?)</h2>")]
    private static partial Regex Headings();
}
