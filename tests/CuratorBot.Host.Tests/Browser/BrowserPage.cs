using System.Collections.Concurrent;
using CuratorBot.Host.Tests.Support;
using Microsoft.Playwright;

namespace CuratorBot.Host.Tests.Browser;

/// <summary>The page with the phones in a real browser, served by a fresh host that has no token.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private static readonly float Patience = (float)HostUnderTest.Patience.TotalMilliseconds;

    private readonly string _folder;
    private readonly IPlaywright _playwright;

    private BrowserPage(
        string folder,
        HostUnderTest host,
        IPlaywright playwright,
        IBrowser browser,
        IPage page
    )
    {
        (_folder, Host, _playwright, Browser, Page) = (folder, host, playwright, browser, page);
        page.Console += (_, said) => Note(said.Type == "error", $"console: {said.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.RequestFailed += (_, request) => Note(true, $"failed: {request.Url} {request.Failure}");
        page.Request += (_, request) => Note(IsForeign(request.Url), $"foreign: {request.Url}");
    }

    public HostUnderTest Host { get; }
    public IBrowser Browser { get; }
    public IPage Page { get; }

    /// <summary>Errors of scripts, failed requests and requests to other hosts, in words.</summary>
    public ConcurrentQueue<string> Troubles { get; } = [];

    public static async Task<BrowserPage> Open(int width, int height)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(Options());
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                Locale = "ru-RU",
            }
        );
        page.SetDefaultTimeout(Patience);
        var folder = Directory.CreateTempSubdirectory("curatorbot-browser-").FullName;
        var host = HostUnderTest.Launch(folder, botApi: null);
        var opened = new BrowserPage(folder, host, playwright, browser, page);
        try
        {
            await opened.Load();
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public PhoneOnPage Phone(long account) => new(Page, account);

    /// <summary>The files of reports, as they lie in the store of the host.</summary>
    public IReadOnlyList<FileInfo> KeptFiles =>
        new DirectoryInfo(Path.Combine(_folder, "files", "kept")) is { Exists: true } kept
            ? [.. kept.EnumerateFiles("*", SearchOption.AllDirectories)]
            : [];

    /// <summary>Whether something is wider than the screen, so that the whole page would move sideways.</summary>
    public Task<bool> Overflows() =>
        Page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        );

    /// <summary>Keeps a picture where CURATORBOT_SCREENSHOTS says, for people to look at.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("CURATORBOT_SCREENSHOTS") is not { } folder)
            return;
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Page.ScreenshotAsync(
                new() { Path = Path.Combine(folder, $"{name}-{scheme}.png".ToLowerInvariant()) }
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Load()
    {
        await Host.WaitUntilHealthy();
        await Page.GotoAsync(Host.Address.ToString());
        await Assertions.Expect(Page.GetByTestId("clock-now")).ToBeVisibleAsync();
    }

    private static BrowserTypeLaunchOptions Options() =>
        new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CURATORBOT_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
            ],
        };

    private void Note(bool isTrouble, string what)
    {
        if (isTrouble)
            Troubles.Enqueue(what);
    }

    private bool IsForeign(string url) =>
        !url.StartsWith(Host.Address.ToString(), StringComparison.Ordinal)
        && !url.StartsWith("data:", StringComparison.Ordinal)
        && !url.StartsWith("blob:", StringComparison.Ordinal);
}
