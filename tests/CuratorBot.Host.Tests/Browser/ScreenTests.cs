using CuratorBot.Host.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CuratorBot.Host.Tests.Browser;

/// <summary>The page on a wide screen, and for hands that use no mouse.</summary>
[Collection("Browser")]
public sealed class ScreenTests
{
    [Fact]
    public async Task On_a_wide_screen_several_phones_stand_side_by_side()
    {
        await using var screen = await BrowserPage.Open(1280, 800);
        await Have_everybody_talk(screen);
        await screen.Picture("wide-1");

        Assert.True(await WhollyInSight(screen.Page) >= 3);
        Assert.False(await screen.Overflows());
        Assert.Empty(screen.Troubles);
    }

    [Fact]
    public async Task All_can_be_done_from_the_keyboard()
    {
        await using var screen = await BrowserPage.Open(1280, 800);
        var (keyboard, curator) = (screen.Page.Keyboard, screen.Phone(Stage.Curator));

        await TabTo(screen.Page, "Tab", curator.Input);
        await keyboard.TypeAsync("/report");
        await keyboard.PressAsync("Enter");
        await curator.Hear("О каком мероприятии");
        await Expect(curator.Input).ToHaveValueAsync("");

        await TabTo(screen.Page, "Shift+Tab", curator.Button("Посещение школы"));
        await keyboard.PressAsync("Enter");
        await curator.Hear("В какой школе");
        Assert.Empty(screen.Troubles);
    }

    private static async Task Have_everybody_talk(BrowserPage screen)
    {
        await screen.Phone(Stage.Coordinator).Write("/status Кузнецк", "Ближайший срок");
        await screen.Picture("wide-2");
        await screen.Phone(Stage.Teacher).PressCommand("/schedule", "января");
        var director = screen.Phone(Stage.Director);
        await director.PressCommand("/tasks", "Организация анкетирования");
        await screen.Page.GetByTestId("clock-next").ClickAsync();
        await director.Hear("Срок через 7 дней, 25 января");

        var curator = screen.Phone(Stage.Curator);
        await curator.PressCommand("/report", "О каком мероприятии");
        await curator.Press("Посещение школы", "В какой школе");
        await curator.Press("СОШ №3 г. Кузнецка", "Когда это было");
        await curator.Press("Сегодня, 18 января", "Сколько было участников");
        await curator.Write("12", "Проверьте отчёт");
        await curator.Attach("Фото", await SchoolPhoto.Take(screen.Browser), "Получен 1 файл");
    }

    private static async Task TabTo(IPage page, string key, ILocator target)
    {
        const int MoreThanAllThereIs = 100;
        for (var pressed = 0; pressed < MoreThanAllThereIs; pressed++)
        {
            await page.Keyboard.PressAsync(key);
            if (await target.EvaluateAsync<bool>("it => it === document.activeElement"))
                return;
        }
        Assert.Fail($"{key} never came to {target}.");
    }

    private static Task<int> WhollyInSight(IPage page) =>
        page.EvaluateAsync<int>(
            """
            [...document.querySelectorAll("[data-testid^=phone-]")]
              .map((phone) => phone.getBoundingClientRect())
              .filter(({ left, right, width }) => width >= 320 && left >= 0 && right <= innerWidth)
              .length
            """
        );
}
