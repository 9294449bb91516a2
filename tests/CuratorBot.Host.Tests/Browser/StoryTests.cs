using CuratorBot.Host.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CuratorBot.Host.Tests.Browser;

/// <summary>The whole story on a phone's screen, as somebody plays it who has just started the bot.</summary>
[Collection("Browser")]
public sealed class StoryTests
{
    private const string Newcomer = "Незнайка Посторонний";
    private const string Survey = "Организация анкетирования";
    private const string SchoolVisits = "Посещение школ куратором";

    [Fact]
    public async Task From_a_strangers_start_to_a_deadline_that_is_met()
    {
        await using var story = await BrowserPage.Open(390, 844);

        await A_stranger_asks_to_join(story);
        await The_coordinator_takes_her_in(story);
        await The_curator_reports_a_visit(story);
        await The_coordinator_sees_the_visit(story);
        await The_director_hears_of_a_deadline_and_meets_it(story);
        await A_met_deadline_is_not_heard_of_again(story);
        await A_deadline_of_two_is_met_for_both(story);

        Assert.False(await story.Overflows());
        Assert.Empty(story.Troubles);
    }

    private static async Task A_stranger_asks_to_join(BrowserPage story)
    {
        var stranger = story.Phone(Stage.Stranger);
        await stranger.Take();
        await stranger.Write("/start", "Согласие на обработку");
        await story.Picture("narrow-1-consent");
        await stranger.Press("Согласен", "Кем вы работаете");
        await stranger.Press("Директор школы", "В каком вы городе");
        await stranger.Write("кузнецком", "Вот что нашлось");
        await Expect(stranger.Button("Кузнецкий район")).ToBeVisibleAsync();
        await story.Picture("narrow-2-two-found");
        await stranger.Press("г. Кузнецк", "Какая школа");
        await stranger.Press("СОШ №10 г. Кузнецка", "Как к вам обращаться");
        await stranger.Write(Newcomer, "Можно оставить номер");
        await story.Picture("narrow-3-phone");
        await stranger.Press("Пропустить", "Проверьте заявку");
        await story.Picture("narrow-4-request");
        await stranger.Press(Labels.Send, Labels.Sent);
    }

    private static async Task The_coordinator_takes_her_in(BrowserPage story)
    {
        var coordinator = story.Phone(Stage.Coordinator);
        await coordinator.Take();
        var card = coordinator.Said(Labels.NewRequest);
        await Expect(card).ToContainTextAsync(Newcomer);
        await Expect(card).ToContainTextAsync("СОШ №10 г. Кузнецка");
        await story.Picture("narrow-5-card");
        await coordinator.Press(Labels.Accept, "Принято: Марья Искусницына");
        await Expect(PhoneOnPage.ButtonOf(card, Labels.Accept)).ToBeHiddenAsync();

        var stranger = story.Phone(Stage.Stranger);
        await stranger.Take();
        await stranger.Hear($"{Labels.Welcome}, {Newcomer}");
        await story.Picture("narrow-6-welcome");
    }

    private static async Task The_curator_reports_a_visit(BrowserPage story)
    {
        var curator = story.Phone(Stage.Curator);
        await curator.Take();
        await curator.Write("/report", "О каком мероприятии");
        await story.Picture("narrow-7-report");
        await curator.Press("Посещение школы", "В какой школе");
        await curator.Press("СОШ №3 г. Кузнецка", "Когда это было");
        await curator.Press("Сегодня, 17 января", "Сколько было участников");
        await curator.Write("12", "Проверьте отчёт");
        await curator.Attach("Фото", await SchoolPhoto.Take(story.Browser), "Получен 1 файл");
        await Expect(curator.Said("Получен 1 файл")).ToContainTextAsync("Фото и документы: 1 фото");
        await story.Picture("narrow-8-photo");
        await curator.Press("✅ Отправить", "Отчёт отправлен");
    }

    private static async Task The_coordinator_sees_the_visit(BrowserPage story)
    {
        var coordinator = story.Phone(Stage.Coordinator);
        await coordinator.Take();
        await coordinator.Hear("Новый отчёт: Посещение школы, СОШ №3 г. Кузнецка, 17 января, 12 человек");
        await coordinator.Press("Открыть отчёт", "Автор отчёта: Варвара Примерова");
        await story.Picture("narrow-9-notice");
        await coordinator.Write("/status Кузнецк", "Посещение школы: 1");
        await story.Picture("narrow-10-status");
    }

    private static async Task The_director_hears_of_a_deadline_and_meets_it(BrowserPage story)
    {
        var director = story.Phone(Stage.Director);
        await director.Take();
        await story.Page.GetByTestId("clock-next").ClickAsync();
        var card = director.Said(Survey);
        await Expect(card).ToContainTextAsync("Срок через 7 дней, 25 января");
        await story.Picture("narrow-11-reminder");
        await PhoneOnPage.ButtonOf(card, "Готово").ClickAsync();

        await director.Hear("сдано 18 января, Иван Образцов-Царевич");
        await Expect(director.FromBot.Filter(new() { HasText = Survey })).ToHaveCountAsync(2); // the card, «Записано»
        await Expect(director.Button("Готово")).ToBeHiddenAsync();
        await story.Picture("narrow-12-done");
    }

    private static async Task A_met_deadline_is_not_heard_of_again(BrowserPage story)
    {
        var director = story.Phone(Stage.Director);
        var known = await director.FromBot.CountAsync();
        await story.Page.GetByTestId("clock-plus-day").ClickAsync();
        await Expect(story.Page.GetByTestId("clock-now")).ToContainTextAsync("19 января 2022");
        await story.Host.WaitUntilQuiet();
        await Expect(director.FromBot).ToHaveCountAsync(known);

        // The eve of that deadline: the one card that comes, after all that came before, is about the other.
        await story.Page.GetByTestId("clock-date").FillAsync("2022-01-24");
        await director.Hear(SchoolVisits);
        await Expect(director.FromBot).ToHaveCountAsync(known + 1);
        await Expect(director.FromBot.Last).Not.ToContainTextAsync(Survey);
    }

    private static async Task A_deadline_of_two_is_met_for_both(BrowserPage story)
    {
        const string Done = "Сдано 24 января, Иван Образцов-Царевич";
        var (director, curator) = (story.Phone(Stage.Director), story.Phone(Stage.Curator));
        await curator.Take();
        var shared = curator.Said(SchoolVisits);
        await Expect(shared).ToContainTextAsync("Срок через 4 дня, 28 января");
        await Expect(PhoneOnPage.ButtonOf(shared, "Готово: 2")).ToBeVisibleAsync();
        await story.Picture("narrow-13-digest");

        await director.Take();
        await director.Press("Готово", "Пришлите документ");
        await director.Attach("Файл", Agreement(), "сдано 24 января, Иван Образцов-Царевич");
        await Expect(director.Button("Готово")).ToBeHiddenAsync();
        await story.Picture("narrow-14-document");

        await curator.Take();
        await Expect(shared).ToContainTextAsync(Done);
        await Expect(PhoneOnPage.ButtonOf(shared, "Готово: 2")).ToBeHiddenAsync();
        await Expect(PhoneOnPage.ButtonOf(shared, "Готово: 1")).ToBeVisibleAsync();
        await story.Picture("narrow-15-shared");
    }

    private static FilePayload Agreement() =>
        new()
        {
            Name = "soglashenie.pdf",
            MimeType = "application/pdf",
            Buffer = "%PDF-1.4\n%%EOF"u8.ToArray(),
        };
}
