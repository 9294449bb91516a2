using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground;
using CuratorBot.Playground.Faults;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>Nothing answers where the Bot API should be.</summary>
public sealed class NetworkDownTests
{
    [Fact]
    public async Task What_was_unsent_and_what_people_wrote_meanwhile_is_delivered_once_when_it_is_back()
    {
        var state = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new PlaygroundOptions
        {
            Port = HostUnderTest.FreePort(),
            StateFile = state,
            FirstUpdateId = 1,
        };
        await using var stage = await Stage.Open(playground: options);
        await stage.Start();
        var (before, meanwhile) = (stage.Person(5001), stage.Person(5002));
        await before.Ask("привет", Labels.Strangers);
        await meanwhile.Ask("привет", Labels.Strangers);

        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Answer,
                Method = "sendMessage",
                Times = null,
            }
        );
        before.Phone.SendText("/help");
        await stage.Host.WaitForHealth(health => health.GetProperty("unsent").GetInt32() == 1);
        await stage.Playground.DisposeAsync();
        await WaitForOutput(stage.Host, "Updates could not be fetched");

        stage.Playground = await PlaygroundServer.Start(options with { FirstUpdateId = 1000 });
        meanwhile.Phone.SendText("/help");
        await before.Hear("Это бот проекта");
        await meanwhile.Hear("Это бот проекта");
        await stage.Host.WaitUntilQuiet();

        Assert.False(stage.Host.HasExited);
        Assert.Equal(1, before.CountOf("Это бот проекта"));
        Assert.Equal(1, meanwhile.CountOf("Это бот проекта"));
        File.Delete(state);
    }

    [Fact]
    public async Task The_host_starts_without_a_network_and_works_once_there_is_one()
    {
        var options = new PlaygroundOptions { Port = HostUnderTest.FreePort() };
        await using var stage = await Stage.Open(playground: options);
        await stage.Playground.DisposeAsync();
        await stage.Start();
        await WaitForOutput(stage.Host, "Updates could not be fetched");

        stage.Playground = await PlaygroundServer.Start(options);
        await stage.Person(Stage.Curator).Ask("/help", Labels.Help);
    }

    private static Task WaitForOutput(HostUnderTest host, string line) =>
        host.WaitForHealth(_ => host.Output.Contains(line, StringComparison.Ordinal));
}
