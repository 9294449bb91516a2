using CuratorBot.Host.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CuratorBot.Host.Tests.Browser;

/// <summary>Reports on a phone's screen: told, tapped, edited, returned, mended, accepted, with ten photos.</summary>
[Collection("Browser")]
public sealed class ReportStoryTests
{
    /// <summary>What the common visit may cost, taps and messages together.</summary>
    private const int MostActs = 6;

    private const int Photos = 10;
    private const string Send = "✅ Отправить";
    private const string Mend = "✏️ Исправить отчёт";
    private const string Sentence = "Сегодня была в СОШ №3, обсудили план работы, 12 педагогов";
    private const string Corrected = "Сегодня была в СОШ №3, обсудили план работы, 120 педагогов";

    [Fact]
    public async Task From_a_sentence_in_the_corridor_to_a_report_that_is_accepted()
    {
        await using var story = await BrowserPage.Open(390, 844);

        await She_tells_of_a_visit_in_one_sentence(story);
        await She_reports_another_by_taps_only(story);
        await She_corrects_the_first_by_editing_her_message(story);
        await The_coordinator_returns_it_with_a_reason(story);
        await She_mends_the_answer_that_was_wrong(story);
        await The_coordinator_accepts_it(story);

        Assert.False(await story.Overflows());
        Assert.Empty(story.Troubles);
    }

    [Fact]
    public async Task An_album_of_ten_photos_is_counted_shown_and_kept()
    {
        await using var story = await BrowserPage.Open(390, 844);

        await She_sends_ten_photos_with_her_report(story);
        await The_coordinator_looks_at_them(story);

        Assert.Equal(Photos, story.KeptFiles.Count);
        Assert.All(story.KeptFiles, file => Assert.True(file.Length > 0));
        Assert.False(await story.Overflows());
        Assert.Empty(story.Troubles);
    }

    private static async Task She_tells_of_a_visit_in_one_sentence(BrowserPage story)
    {
        var curator = story.Phone(Stage.Curator);
        await curator.Take();
        await curator.Write(Sentence, "Проверьте отчёт");
        var summary = curator.Said("Проверьте отчёт");
        foreach (
            var line in new[]
            {
                "Мероприятие: Посещение школы",
                "Школа: СОШ №3 г. Кузнецка",
                "Дата: 17 января",
                "Участники: 12",
            }
        )
            await Expect(summary).ToContainTextAsync(line);
        await story.Picture("report-1-told");
        await curator.Press(
            Send,
            "Отчёт отправлен: Посещение школы, СОШ №3 г. Кузнецка, 17 января, 12 человек"
        );
        await Expect(curator.Button(Send)).ToBeHiddenAsync();
        Assert.Equal(2, curator.Acts);
        await story.Picture("report-2-sent");
    }

    private static async Task She_reports_another_by_taps_only(BrowserPage story)
    {
        var curator = story.Phone(Stage.Curator);
        await curator.Press("Ещё отчёт", "О каком мероприятии");
        await story.Picture("report-3-kinds");
        await curator.Press("Посещение школы", "В какой школе");
        await curator.Press("СОШ №10 г. Кузнецка", "Когда это было");
        await story.Picture("report-4-when");
        await curator.Press("Сегодня, 17 января", "Сколько было участников");
        await curator.Press("Не считали", "Участники: не считали");
        await story.Picture("report-5-tapped");
        await curator.Press(Send, "Отчёт отправлен: Посещение школы, СОШ №10 г. Кузнецка, 17 января.");
        Assert.Equal(MostActs, curator.Acts);
    }

    private static async Task She_corrects_the_first_by_editing_her_message(BrowserPage story)
    {
        var curator = story.Phone(Stage.Curator);
        await curator.Edit(Sentence, Corrected, "Сообщение прочитано заново");
        await Expect(curator.Said("Сообщение прочитано заново")).ToContainTextAsync("Участники: 120");
        await story.Picture("report-6-edited");
        await curator.Press(Send, "Исправленный отчёт отправлен");
    }

    private static async Task The_coordinator_returns_it_with_a_reason(BrowserPage story)
    {
        var coordinator = story.Phone(Stage.Coordinator);
        await coordinator.Take();
        var former = coordinator.Said("СОШ №3 г. Кузнецка, 17 января, 12 человек");
        await Expect(former).ToContainTextAsync("Автор исправил отчёт, смотрите ниже");
        await Expect(PhoneOnPage.ButtonOf(former, "↩️ Вернуть")).ToBeHiddenAsync();
        var card = coordinator.Said("СОШ №3 г. Кузнецка, 17 января, 120 человек");
        await Expect(card).ToContainTextAsync("Автор: Варвара Примерова, куратор");
        await story.Picture("report-7-card");
        await PhoneOnPage.ButtonOf(card, "↩️ Вернуть").ClickAsync();
        await coordinator.Hear("Что в отчёте исправить");
        await story.Picture("report-8-what");
        await coordinator.Press("Участники", "Почему возвращаете");
        await coordinator.Write("В школе 30 педагогов, проверьте число", "Отчёт возвращён");
        await Expect(card).ToContainTextAsync("возвращён: Марья Искусницына");
        await story.Picture("report-9-returned");
    }

    private static async Task She_mends_the_answer_that_was_wrong(BrowserPage story)
    {
        var curator = story.Phone(Stage.Curator);
        await curator.Take();
        var told = curator.Said("Отчёт возвращён: Посещение школы, 17 января");
        await Expect(told).ToContainTextAsync("В школе 30 педагогов, проверьте число");
        await story.Picture("report-10-told-why");
        await curator.Press(Mend, "Просят исправить: В школе 30 педагогов");
        await Expect(curator.FromBot.Last).ToContainTextAsync("Сколько было участников");
        await story.Picture("report-11-at-that-answer");
        await curator.Write("28", "Участники: 28");
        await story.Picture("report-12-mended");
        await curator.Press(Send, "17 января, 28 человек. Координатор его проверит.");
    }

    private static async Task The_coordinator_accepts_it(BrowserPage story)
    {
        var coordinator = story.Phone(Stage.Coordinator);
        await coordinator.Take();
        var card = coordinator.Said("СОШ №3 г. Кузнецка, 17 января, 28 человек");
        await Expect(card).ToContainTextAsync("Исправленный отчёт");
        await PhoneOnPage.ButtonOf(card, "✅ Принять").ClickAsync();
        await Expect(card).ToContainTextAsync("принят: Марья Искусницына");
        await Expect(PhoneOnPage.ButtonOf(card, "✅ Принять")).ToBeHiddenAsync();
        await story.Picture("report-13-accepted");
    }

    private static async Task She_sends_ten_photos_with_her_report(BrowserPage story)
    {
        var curator = story.Phone(Stage.Curator);
        await curator.Take();
        await curator.Write(Sentence, "Проверьте отчёт");
        await curator.Attach(
            "Фото",
            await SchoolPhoto.Take(story.Browser, Photos),
            $"Получено {Photos} из {Photos}"
        );
        await Expect(curator.Root.Locator(".own .photos img")).ToHaveCountAsync(Photos);
        await Expect(curator.Said("Проверьте отчёт")).ToContainTextAsync($"Фото и документы: {Photos} фото");
        await story.Picture("album-1-received");
        await curator.Press(Send, $"12 человек, {Photos} фото. Координатор его проверит.");
        await story.Picture("album-2-sent");
    }

    private static async Task The_coordinator_looks_at_them(BrowserPage story)
    {
        var coordinator = story.Phone(Stage.Coordinator);
        await coordinator.Take();
        await coordinator.Press("Открыть отчёт", $"Фото и документы: {Photos} фото");
        await coordinator.Button("Показать фото и документы").ClickAsync();
        await Expect(coordinator.FromBot.Locator(".photos img")).ToHaveCountAsync(Photos);
        await story.Picture("album-3-shown");
    }
}
