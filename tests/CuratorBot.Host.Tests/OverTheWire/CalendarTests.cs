using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The operator is told what is not certain of the working days, and may set it right.</summary>
public sealed class CalendarTests
{
    private static readonly Dictionary<string, string?> Empty = new() { ["Demo__Seed"] = "false" };

    [Fact]
    public async Task A_year_without_a_decree_is_said_in_health_and_in_the_log_until_the_operator_has_put_it_right()
    {
        await using var stage = await Stage.Open(Empty);
        await SetClock(stage, "2027-01-15T10:00:00+03:00");
        await stage.Start();
        Assert.Equal(["2027 is provisional, no decree has moved its days off yet"], await Doubts(stage));
        await stage.Host.Stop();
        Assert.Contains("The calendar of 2027 is provisional", stage.Host.Output);

        await PutCalendar(stage, """{"year": 2027, "decree": "Постановление", "moved": []}""");
        await stage.Start();
        Assert.Empty(await Doubts(stage));
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_right_is_refused_at_the_start()
    {
        await using var stage = await Stage.Open(Empty);
        await PutCalendar(stage, """{"year": 2026}""");
        await using var host = stage.Launch();
        Assert.NotEqual(0, await host.WaitForExit());
        Assert.Contains("2027.json is of the year 2026", host.Output);
    }

    private static async Task<List<string?>> Doubts(Stage stage) =>
        [
            .. (await stage.Host.Health())
                .GetProperty("calendar")
                .EnumerateArray()
                .Select(doubt => doubt.GetString()),
        ];

    /// <summary>Where the demo's clock stands when the host starts.</summary>
    private static Task SetClock(Stage stage, string time) =>
        File.WriteAllTextAsync(Path.Combine(stage.Folder, "demo-clock.txt"), time);

    private static Task PutCalendar(Stage stage, string json)
    {
        var folder = Directory.CreateDirectory(Path.Combine(stage.Folder, "calendar"));
        return File.WriteAllTextAsync(Path.Combine(folder.FullName, "2027.json"), json);
    }
}
