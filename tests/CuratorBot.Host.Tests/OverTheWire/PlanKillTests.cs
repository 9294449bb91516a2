using System.Net.Http.Json;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The host dies while it says what to know before a planned event.</summary>
public sealed class PlanKillTests
{
    private static readonly DateTimeOffset Afternoon = new(2022, 1, 17, 16, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task What_a_kill_interrupts_is_said_once_afterwards()
    {
        await using var stage = await Stage.OpenAndStart();
        var curator = stage.Person(Stage.Curator);
        await curator.Ask("Завтра еду в СОШ №3, посещение школы", "Похоже, это ещё впереди");
        await curator.Press("📆 Запланировать", "Во сколько?");
        await curator.Ask("10:00", "Проверьте план");
        await curator.Press("📆 Запланировать", "Запланировано: ");
        using (await Move(stage, Afternoon.AddHours(-1)))
            await stage.Person(Stage.Director).Hear("В вашей школе запланировано");
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        await stage.Start(FailPoints.Swept);
        await Assert.ThrowsAsync<HttpRequestException>(() => Move(stage, Afternoon));
        await stage.Host.WaitForExit();
        Assert.Equal(0, curator.CountOf("Что важно знать: "));

        await stage.Start();
        using (await Move(stage, Afternoon.AddMinutes(6)))
            await curator.Hear("Что важно знать: ");
        await stage.Host.WaitUntilQuiet();

        Assert.Equal(1, curator.CountOf("Что важно знать: "));
        Assert.Equal(1, stage.Person(Stage.Director).CountOf("В вашей школе запланировано"));
    }

    private static Task<HttpResponseMessage> Move(Stage stage, DateTimeOffset to) =>
        stage.Host.Http.PostAsJsonAsync("/demo/clock", new { now = to });
}
