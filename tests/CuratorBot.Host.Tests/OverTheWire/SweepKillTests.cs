using System.Net.Http.Json;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The host dies with the morning's reminders in hand.</summary>
public sealed class SweepKillTests
{
    private static readonly DateTimeOffset Morning = new(2022, 1, 21, 9, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task The_morning_that_a_kill_interrupts_is_told_once_afterwards()
    {
        await using var stage = await Stage.OpenAndStart();
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        await stage.Start(FailPoints.Swept);
        await Assert.ThrowsAsync<HttpRequestException>(() => Move(stage));
        await stage.Host.WaitForExit();
        Assert.Empty(stage.Person(Stage.Director).Heard);

        await stage.Start();
        using (await Move(stage, Morning.AddMinutes(1)))
            await stage.Person(Stage.Director).Hear("сроки");
        await stage.Host.WaitUntilQuiet();

        Assert.Single(stage.Person(Stage.Director).Heard);
        Assert.Single(stage.Person(Stage.Coordinator).Heard);
        Assert.Single(stage.Person(Stage.Curator).Heard);
    }

    private static Task<HttpResponseMessage> Move(Stage stage, DateTimeOffset? to = null) =>
        stage.Host.Http.PostAsJsonAsync("/demo/clock", new { now = to ?? Morning });
}
