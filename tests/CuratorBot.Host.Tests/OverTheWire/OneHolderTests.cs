using CuratorBot.Host.CommandLine;
using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>Two processes never run as the bot over the same data, however they came to them.</summary>
public sealed class OneHolderTests
{
    [Fact]
    public async Task A_second_bot_is_refused_and_told_who_holds_the_data()
    {
        await using var stage = await Stage.OpenAndStart();

        await using var second = stage.LaunchAnother();

        Assert.Equal(ExitCodes.Held, await second.WaitForExit());
        Assert.Contains($"is held by the bot (process {stage.Host.ProcessId} on ", second.Output);
        Assert.DoesNotContain("   at ", second.Output);
    }

    [Fact]
    public async Task Another_path_to_the_data_meets_the_same_lock()
    {
        await using var stage = await Stage.OpenAndStart();
        var link = $"{stage.Folder}-link";
        Directory.CreateSymbolicLink(link, stage.Folder);
        try
        {
            await using var second = stage.LaunchAnother(folder: link);
            Assert.Equal(ExitCodes.Held, await second.WaitForExit());
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Fact]
    public async Task Another_directory_with_the_same_database_meets_the_same_lock()
    {
        await using var stage = await Stage.OpenAndStart();
        var elsewhere = Directory.CreateTempSubdirectory("curatorbot-elsewhere-").FullName;
        var link = Path.Combine(elsewhere, "linked.db");
        File.CreateSymbolicLink(link, Path.Combine(stage.Folder, "curatorbot.db"));
        try
        {
            await using var second = stage.LaunchAnother(
                new() { ["Storage__ConnectionString"] = $"Data Source={link}" },
                elsewhere
            );
            Assert.Equal(ExitCodes.Held, await second.WaitForExit());
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    [Fact]
    public async Task Without_file_locks_nobody_starts()
    {
        await using var stage = await Stage.Open();

        await using var host = stage.LaunchAnother(
            new() { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "true" }
        );

        Assert.Equal(ExitCodes.BadData, await host.WaitForExit());
        Assert.Contains("without file locks", host.Output);
    }

    [Fact]
    public async Task A_killed_bot_leaves_nothing_that_holds_up_the_next()
    {
        await using var stage = await Stage.OpenAndStart();
        await stage.Host.Kill();

        await stage.TakeOver(stage.LaunchAnother());

        Assert.DoesNotContain("waits", stage.Host.Output);
    }

    [Fact]
    public async Task A_command_waits_for_another_command_and_not_for_the_bot()
    {
        await using var stage = await Stage.OpenAndStart();
        string[] call = ["invite", "--role", "regional-coordinator"];
        await using (File.Open(Path.Combine(stage.Folder, "command.lock"), FileMode.OpenOrCreate))
        {
            await using var refused = stage.LaunchAnother(arguments: call);
            Assert.Equal(ExitCodes.Held, await refused.WaitForExit());
        }

        await using var invite = stage.LaunchAnother(arguments: call);
        Assert.Equal(ExitCodes.Ok, await invite.WaitForExit());
    }

    [Fact]
    public async Task Deploys_that_overlap_answer_everything_once()
    {
        await using var stage = await Stage.OpenAndStart();
        var stranger = stage.Person(Stage.Stranger);
        for (var deploy = 0; deploy < 3; deploy++)
        {
            var next = stage.LaunchAnother(new() { ["Storage__WaitForOther"] = "00:01:00" });
            await next.WaitForOutput("the bot waits: ");
            await stranger.Ask("/nosuch", Labels.UnknownCommand);
            stranger.Phone.SendText("/nosuch");
            await stage.Host.Stop();
            await stage.TakeOver(next);
            await stranger.Ask("/nosuch", Labels.UnknownCommand);
        }
        // The last question may be answered by what was sent before it: only the count tells that all are.
        await stage.Host.WaitForHealth(_ => stranger.CountOf(Labels.UnknownCommand) >= 9);
        await stage.Host.WaitUntilQuiet();

        Assert.Equal(9, stranger.CountOf(Labels.UnknownCommand));
    }

    [Fact]
    public async Task A_bot_that_was_paused_has_lost_nothing_to_another()
    {
        const int inFlight = 3;
        await using var stage = await Stage.OpenAndStart();
        var people = Enumerable.Range(0, 10).Select(place => stage.Person(5000 + place)).ToList();
        await Task.WhenAll(people.Select(person => person.Ask("/nosuch", Labels.UnknownCommand)));
        var before = stage.Playground.Log.Count("sendMessage");

        people.ForEach(person => person.Phone.SendText("/nosuch"));
        await stage.Playground.Log.WaitForCount("sendMessage", before + 1, HostUnderTest.Patience);
        await stage.Host.Pause();
        var sent = stage.Playground.Log.Count("sendMessage");
        await using (var second = stage.LaunchAnother())
            Assert.Equal(ExitCodes.Held, await second.WaitForExit());
        var sentMeanwhile = stage.Playground.Log.Count("sendMessage") - sent;
        await stage.Host.Resume();
        people.ForEach(person => person.Phone.SendText("/nosuch"));
        // The answer to the second comes after the third was asked, too: only the count tells them apart.
        await stage.Host.WaitForHealth(_ =>
            people.TrueForAll(person => person.CountOf(Labels.UnknownCommand) >= 3)
        );
        await stage.Host.WaitUntilQuiet();

        Assert.InRange(sentMeanwhile, 0, inFlight);
        Assert.All(people, person => Assert.Equal(3, person.CountOf(Labels.UnknownCommand)));
    }
}
