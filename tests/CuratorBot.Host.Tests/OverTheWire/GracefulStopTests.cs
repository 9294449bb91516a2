using System.Diagnostics;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground.Faults;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>A deploy in the middle of the day.</summary>
public sealed class GracefulStopTests
{
    [Fact]
    public async Task Asked_to_stop_under_load_the_host_ends_soon_and_nothing_is_lost_or_said_twice()
    {
        await using var stage = await Stage.OpenAndStart();
        var people = Enumerable.Range(0, 100).Select(place => stage.Person(5000 + place)).ToList();
        // So slow that the stop always finds messages on their way.
        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Delay,
                Method = "sendMessage",
                Times = null,
                Delay = TimeSpan.FromMilliseconds(60),
            }
        );
        foreach (var person in people)
        {
            person.Phone.SendText("/nosuch");
            person.Phone.SendText("привет");
        }
        await stage.Playground.Log.WaitForCount("sendMessage", 20, HostUnderTest.Patience);
        var asked = Stopwatch.GetTimestamp();
        await stage.Host.EndWell();
        Assert.True(Stopwatch.GetElapsedTime(asked) < TimeSpan.FromSeconds(20));
        Assert.Equal(0, stage.Stored().Count("inbox WHERE Attempts > 0 OR State = 2"));
        Assert.Equal(0, stage.Stored().Count("outbox WHERE MayHaveArrived = 1"));

        stage.Playground.Faults.Clear();
        await stage.Start();
        foreach (var person in people)
            await person.Hear(Labels.Strangers);
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        Assert.All(people, person => Assert.Equal(1, person.CountOf(Labels.UnknownCommand)));
        Assert.All(people, person => Assert.Equal(1, person.CountOf(Labels.Strangers)));
        Assert.Equal(0, stage.Stored().WaitingInbox);
    }
}
