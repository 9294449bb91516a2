using CuratorBot.Host.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CuratorBot.Host.Tests.Browser;

/// <summary>A morning on a phone's screen: the digest, two of five closed, and the debtors reminded with one button.</summary>
[Collection("Browser")]
public sealed class DebtorsStoryTests
{
    [Fact]
    public async Task From_the_morning_digest_to_the_debtors_who_are_reminded()
    {
        await using var story = await BrowserPage.Open(390, 844);
        await story.Page.GetByTestId("clock-date").FillAsync("2022-02-02");

        await A_curator_closes_two_of_five(story);
        await The_coordinator_reminds_those_who_are_late(story);
        await The_director_reads_it_in_the_look_of_every_morning(story);
        await The_coordinator_announces_something(story);
        await The_director_looks_at_her_month(story);

        Assert.False(await story.Overflows());
        Assert.Empty(story.Troubles);
    }

    private static async Task A_curator_closes_two_of_five(BrowserPage story)
    {
        var curator = story.Phone(Stage.Curator);
        await curator.Take();
        var card = curator.Said("Ваши сроки, СОШ №3 г. Кузнецка");
        await Expect(PhoneOnPage.ButtonOf(card, "Готово: 5")).ToBeVisibleAsync();
        await story.Picture("debtors-1-digest");
        await PhoneOnPage.ButtonOf(card, "Готово: 1").ClickAsync();
        await Expect(card).ToContainTextAsync("1. ✅ Анкетирование кураторов");
        await PhoneOnPage.ButtonOf(card, "Готово: 5").ClickAsync();
        await Expect(card).ToContainTextAsync("5. ✅ Организация анкетирования");
        foreach (var (number, isOpen) in new[] { (1, false), (2, true), (3, true), (4, true), (5, false) })
            await Expect(PhoneOnPage.ButtonOf(card, $"Готово: {number}"))
                .ToBeVisibleAsync(new() { Visible = isOpen });
        await card.ScrollIntoViewIfNeededAsync();
        await story.Picture("debtors-2-two-of-five");
    }

    private static async Task The_coordinator_reminds_those_who_are_late(BrowserPage story)
    {
        var coordinator = story.Phone(Stage.Coordinator);
        await coordinator.Take();
        await coordinator.Write("/debtors", "Кто опаздывает: г. Кузнецк");
        await story.Picture("debtors-3-list");
        await coordinator.Press("Выбрать, кому напомнить", "Кому напомнить?");
        await coordinator.Button("✅ 1").ClickAsync();
        await Expect(coordinator.Button("🔔 Напомнить выбранным: 1")).ToBeVisibleAsync();
        await story.Picture("debtors-4-choice");
        await coordinator.Press("🔔 Напомнить всем", "🔔 Сейчас получат");
        await coordinator.Press("🔔 Напомнить всем", "уже напомнили сегодня");
        await story.Picture("debtors-5-reminded");
        await coordinator.Press("Кого мы не можем достать", "никто не зарегистрирован");
        await story.Picture("debtors-6-unreachable");
    }

    private static async Task The_director_reads_it_in_the_look_of_every_morning(BrowserPage story)
    {
        var director = story.Phone(Stage.Director);
        await director.Take();
        var card = director.Said("Напоминает Марья Искусницына");
        await Expect(PhoneOnPage.ButtonOf(card, "Готово")).ToBeVisibleAsync();
        await story.Picture("debtors-7-asked");
    }

    private static async Task The_coordinator_announces_something(BrowserPage story)
    {
        var coordinator = story.Phone(Stage.Coordinator);
        await coordinator.Take();
        await coordinator.Write("/announce", "Кому?");
        await coordinator.Press("Всем", "Школам какой группы");
        await coordinator.Press("Любой", "Напишите текст");
        await coordinator.Write("В пятницу в 15:00 встреча по дорожным картам.", "Получат 3 человека");
        await story.Picture("debtors-8-announcement");
        await coordinator.Press("Отправить", "До этого его ещё никто не видит");
        await coordinator.Press("Отменить", "Объявление никто не получил");
        await story.Picture("debtors-9-taken-back");
    }

    private static async Task The_director_looks_at_her_month(BrowserPage story)
    {
        var director = story.Phone(Stage.Director);
        await director.Take();
        await director.Write("/calendar", "Календарь: февраль 2022");
        await director.Press("‹ январь 2022", "Календарь: январь 2022");
        await story.Picture("debtors-10-month");
        await director.Press("📅 Файл для календаря телефона", "сроки появятся в календаре");
        await story.Picture("debtors-11-file");
    }
}
