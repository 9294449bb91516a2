using System.Net.Http.Json;
using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The host is killed, and days later it comes back.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task After_days_without_the_host_everybody_gets_one_message_and_the_region_an_account()
    {
        await using var stage = await Stage.OpenAndStart();
        // Moving the clock looks at the reminders before it answers: from here on the host is known to have run.
        using (
            await stage.Host.Http.PostAsJsonAsync("/demo/clock", new { now = "2022-01-17T12:00:00+03:00" })
        )
            await stage.Host.WaitUntilQuiet();
        await stage.Host.Kill();
        await File.WriteAllTextAsync(
            Path.Combine(stage.Folder, "demo-clock.txt"),
            "2022-01-28T10:30:00+03:00"
        );

        await stage.Start();
        var account = await stage.Person(Stage.Region).Hear("Бот не работал");
        await stage.Host.WaitUntilQuiet();

        Assert.Contains("с 12:00 17 января до 10:30 28 января", account.Text);
        Assert.Contains("4 сводки", account.Text);
        foreach (var person in new[] { Stage.Director, Stage.Curator, Stage.Coordinator, Stage.Teacher })
            Assert.Single(stage.Person(person).Heard);
    }
}
