using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CuratorBot.Host.Tests.Browser;

/// <summary>One person's phone on the page; every act waits by itself until it can be done.</summary>
internal sealed class PhoneOnPage(IPage page, long account)
{
    public ILocator Root { get; } = page.GetByTestId($"phone-{account}");
    public ILocator Input => Root.GetByTestId("input");
    public ILocator FromBot => Root.Locator("[data-testid=message]:not(.own)");

    /// <summary>What the bot said with these words, or nothing yet; the newest where it said it more than once.</summary>
    public ILocator Said(string words) => FromBot.Filter(new() { HasText = words }).Last;

    public ILocator Button(string label) =>
        Root.GetByTestId("messages").GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).Last;

    public static ILocator ButtonOf(ILocator message, string label) =>
        message.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    /// <summary>How often she has touched the screen or sent a message so far.</summary>
    public int Acts { get; private set; }

    /// <summary>On a narrow screen brings this phone up in place of the one before.</summary>
    public async Task Take()
    {
        await page.GetByTestId($"person-tab-{account}").ClickAsync();
        await Expect(Root).ToBeVisibleAsync();
    }

    public Task Hear(string words) => Expect(Said(words)).ToBeVisibleAsync();

    public async Task Write(string text, string answer)
    {
        await Input.FillAsync(text);
        await Root.GetByTestId("send").ClickAsync();
        Acts++;
        await Hear(answer);
    }

    /// <summary>Changes a message of hers, as one changes it in the messenger: by tapping on it.</summary>
    public async Task Edit(string before, string text, string answer)
    {
        await Root.Locator(".own .bubble").Filter(new() { HasText = before }).ClickAsync();
        await Expect(Input).ToHaveValueAsync(before);
        await Write(text, answer);
    }

    public async Task Press(string label, string answer)
    {
        await Button(label).ClickAsync();
        Acts++;
        await Hear(answer);
    }

    public async Task PressCommand(string command, string answer)
    {
        await Root.GetByTestId("commands").ClickAsync();
        await Root.GetByTestId("command").Filter(new() { HasText = command }).ClickAsync();
        Acts += 2;
        await Hear(answer);
    }

    /// <summary>Through the paper clip, as a person does.</summary>
    /// <param name="kind">«Фото» or «Файл», as the menu names it.</param>
    public Task Attach(string kind, FilePayload file, string answer) => Attach(kind, [file], answer);

    public async Task Attach(string kind, IReadOnlyCollection<FilePayload> files, string answer)
    {
        await Root.GetByTestId("attach").ClickAsync();
        var choice = Root.GetByRole(AriaRole.Menuitem, new() { Name = kind, Exact = true });
        var chooser = await page.RunAndWaitForFileChooserAsync(() => choice.ClickAsync());
        await chooser.SetFilesAsync(files);
        Acts++;
        await Hear(answer);
    }
}
