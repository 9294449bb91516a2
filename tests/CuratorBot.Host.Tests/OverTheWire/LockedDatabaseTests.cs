using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>Another program keeps the database from being written, once for long or again and again for a little.</summary>
public sealed class LockedDatabaseTests
{
    [Fact]
    public async Task What_people_write_while_it_is_locked_is_answered_once_when_the_lock_is_gone()
    {
        await using var stage = await Stage.OpenAndStart();
        var people = Enumerable.Range(0, 20).Select(place => stage.Person(5000 + place)).ToList();
        await stage.Host.WaitUntilQuiet();

        using (HeldLock.On(Path.Combine(stage.Folder, "curatorbot.db")))
        {
            foreach (var person in people)
                person.Phone.SendText("/nosuch");
            foreach (var person in people)
                person.Phone.SendText("привет");
            await stage.Host.WaitForOutput("Updates could not be stored");
            // And is asked for again and again.
            await stage.Playground.Log.WaitForCount(
                "getUpdates",
                stage.Playground.Log.Count("getUpdates") + 2,
                HostUnderTest.Patience
            );
            Assert.Equal(0, stage.Stored().Count("inbox"));
        }
        foreach (var person in people)
            await person.Hear(Labels.Strangers);
        await stage.Host.WaitUntilQuiet();

        Assert.All(people, person => Assert.Equal(1, person.CountOf(Labels.UnknownCommand)));
        Assert.All(people, person => Assert.Equal(1, person.CountOf(Labels.Strangers)));
        Assert.Equal(0, stage.Stored().Count("inbox WHERE State = 2 OR Attempts > 0"));
        await stage.Host.EndWell();
    }

    [Fact]
    public async Task While_it_is_locked_the_host_still_ends_when_it_is_asked_to()
    {
        await using var stage = await Stage.OpenAndStart();
        using var held = HeldLock.On(Path.Combine(stage.Folder, "curatorbot.db"));
        for (var place = 0; place < 20; place++)
            stage.Person(5000 + place).Phone.SendText("привет");
        await stage.Host.WaitForHealth(_ => stage.Playground.Updates.Count > 0);

        await stage.Host.EndWell();
    }

    [Fact]
    public async Task Where_every_write_waits_a_little_all_are_answered_all_the_same()
    {
        await using var stage = await Stage.OpenAndStart();
        var people = Enumerable.Range(0, 40).Select(place => stage.Person(5000 + place)).ToList();
        using var over = new CancellationTokenSource();
        var slow = HoldAgainAndAgain(Path.Combine(stage.Folder, "curatorbot.db"), over.Token);
        foreach (var person in people)
            person.Phone.SendText("привет");
        foreach (var person in people)
            await person.Hear(Labels.Strangers);
        await over.CancelAsync();
        await slow;

        Assert.All(people, person => Assert.Equal(1, person.CountOf(Labels.Strangers)));
        Assert.Equal(0, stage.Stored().Count("inbox WHERE State = 2 OR Attempts > 0"));
        Assert.DoesNotContain("Nothing can be stored", stage.Host.Output);
    }

    private static async Task HoldAgainAndAgain(string file, CancellationToken over)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(150));
        while (!over.IsCancellationRequested)
        {
            using (HeldLock.On(file))
                await tick.WaitForNextTickAsync(CancellationToken.None);
            await tick.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
