using Microsoft.Playwright;

namespace CuratorBot.Host.Tests.Browser;

/// <summary>A real JPEG of a school, drawn by the browser itself.</summary>
internal static class SchoolPhoto
{
    private const string Drawing = """
        <body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 420" width="640" height="420">
          <defs><linearGradient id="sky" x2="0" y2="1">
            <stop stop-color="#8fc1ee"/><stop offset="1" stop-color="#f4e9d6"/>
          </linearGradient></defs>
          <rect width="640" height="420" fill="url(#sky)"/>
          <circle cx="540" cy="78" r="34" fill="#fff3c4"/>
          <path d="M0 330q160-50 320-22t320-8v120H0z" fill="#eef3f7"/>
          <rect x="110" y="170" width="420" height="160" fill="#d98d62"/>
          <path d="M98 172h444l-36-34H134z" fill="#8a4b3a"/>
          <path d="M262 140l58-52 58 52z" fill="#8a4b3a"/><rect x="268" y="140" width="104" height="190" fill="#e6a177"/>
          <g fill="#dff1fb" stroke="#fff" stroke-width="5">
            <path d="M136 196h44v42h-44zM202 196h44v42h-44zM394 196h44v42h-44zM460 196h44v42h-44z"/>
            <path d="M136 262h44v42h-44zM202 262h44v42h-44zM394 262h44v42h-44zM460 262h44v42h-44z"/>
            <path d="M298 186h44v42h-44z"/>
          </g>
          <rect x="294" y="254" width="52" height="76" fill="#5d3a2e"/><circle cx="337" cy="294" r="3.5" fill="#f0d9a8"/>
          <path d="M320 88V48h42l-10 11 10 11h-40" fill="#cf4436" stroke="#7c8894" stroke-width="3"/>
          <path d="M280 330h80l34 90H246z" fill="#d3dae0"/>
          <g fill="#3f7a5b"><path d="M58 226l34 62H24zM58 268l42 68H16z"/><path d="M584 220l34 62h-68zM584 262l42 68h-84z"/></g>
        </svg></body>
        """;

    public static async Task<FilePayload> Take(IBrowser browser) => (await Take(browser, 1))[0];

    /// <summary>Several, no two alike: the sun moves on from one to the next.</summary>
    public static async Task<IReadOnlyList<FilePayload>> Take(IBrowser browser, int count)
    {
        var paper = await browser.NewPageAsync();
        await paper.SetViewportSizeAsync(640, 420);
        var photos = new List<FilePayload>();
        for (var number = 0; number < count; number++)
        {
            await paper.SetContentAsync(
                Drawing.Replace("cx=\"540\"", $"cx=\"{540 - (number * 45)}\"", StringComparison.Ordinal)
            );
            photos.Add(
                new FilePayload
                {
                    Name = $"visit-{number + 1}.jpg",
                    MimeType = "image/jpeg",
                    Buffer = await paper.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 85 }),
                }
            );
        }
        await paper.CloseAsync();
        return photos;
    }
}
