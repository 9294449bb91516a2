using System.Net.Http.Json;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The host dies while it reminds of a request that nobody answers.</summary>
public sealed class HelpKillTests
{
    private static readonly DateTimeOffset Monday = new(2022, 1, 31, 10, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task The_reminder_that_a_kill_interrupts_is_sent_once_afterwards()
    {
        await using var stage = await Stage.OpenAndStart();
        using (await Move(stage, Monday))
            await stage.Host.WaitUntilQuiet();
        var teacher = stage.Person(Stage.Teacher);
        await teacher.Ask("/ask", "С чем нужна помощь");
        await teacher.Ask("Нужна консультация", "Просьба:");
        await teacher.Press("✅ Отправить просьбу", "Просьба отправлена");
        // The deadlines of that morning are told before, so that the kill meets this reminder and no other.
        using (await Move(stage, Monday.AddHours(23.5)))
            await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        await stage.Start(FailPoints.Swept);
        await Assert.ThrowsAsync<HttpRequestException>(() => Move(stage, Monday.AddHours(24.5)));
        await stage.Host.WaitForExit();
        Assert.Equal(0, stage.Person(Stage.Curator).CountOf("Ждёт ответа"));

        await stage.Start();
        using (await Move(stage, Monday.AddHours(24.6)))
            await stage.Person(Stage.Curator).Hear("Ждёт ответа 1 просьба");
        await stage.Host.WaitUntilQuiet();

        Assert.Equal(1, stage.Person(Stage.Curator).CountOf("Ждёт ответа"));
    }

    private static Task<HttpResponseMessage> Move(Stage stage, DateTimeOffset to) =>
        stage.Host.Http.PostAsJsonAsync("/demo/clock", new { now = to });
}
