using CuratorBot.Host.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CuratorBot.Host.Tests.Browser;

/// <summary>What the page may load and run is so little that nothing foreign gets in; the page itself needs no more.</summary>
[Collection("Browser")]
public sealed class PolicyTests
{
    private const string Watch = """
        window.violations = [];
        addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
        """;

    [Fact]
    public async Task The_page_breaks_no_rule_of_its_own_and_foreign_things_are_kept_out()
    {
        await using var screen = await BrowserPage.Open(1280, 800);
        await screen.Page.AddInitScriptAsync(Watch);
        await screen.Page.ReloadAsync();
        await Expect(screen.Page.GetByTestId("clock-now")).ToBeVisibleAsync();
        await GoThroughEverything(screen);
        Assert.Empty(await Violations(screen));
        Assert.Empty(screen.Troubles);

        await screen.Page.EvaluateAsync(
            """
            () => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
              const image = document.createElement("img");
              image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
              document.body.append(image);
            }
            """
        );
        await screen.Page.WaitForFunctionAsync("violations.length >= 2");
        Assert.False(await screen.Page.EvaluateAsync<bool>("window.ran === true"));
        Assert.Equal(
            ["img-src", "script-src-elem"],
            (await Violations(screen)).Order(StringComparer.Ordinal)
        );
    }

    private static async Task GoThroughEverything(BrowserPage screen)
    {
        var curator = screen.Phone(Stage.Curator);
        await curator.PressCommand("/report", "О каком мероприятии");
        await curator.Press("Посещение школы", "В какой школе");
        await curator.Press("СОШ №3 г. Кузнецка", "Когда это было");
        await curator.Press("Сегодня, 17 января", "Сколько было участников");
        await curator.Write("12", "Проверьте отчёт");
        await curator.Attach("Фото", await SchoolPhoto.Take(screen.Browser), "Получен 1 файл");
        await screen.Page.GetByTestId("clock-next").ClickAsync();
        await screen.Phone(Stage.Director).Hear("Срок через 7 дней, 25 января");
    }

    private static Task<string[]> Violations(BrowserPage screen) =>
        screen.Page.EvaluateAsync<string[]>("window.violations");
}
