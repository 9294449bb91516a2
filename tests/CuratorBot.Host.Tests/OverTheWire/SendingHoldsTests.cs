using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground.Faults;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>Sending stops where it must, goes on where it can, and a restart knows of both.</summary>
public sealed class SendingHoldsTests
{
    private const int InFlight = 3;
    private const int People = 60;

    [Fact]
    public async Task With_a_full_disk_sending_stops_and_a_restart_repeats_three_messages_at_most()
    {
        using var disk = SmallDisk.Open();
        await using var stage = await Stage.Open(
            new() { ["Sending__MessagesPerSecond"] = "20", ["Demo__Clock"] = "false" },
            folder: disk.Folder
        );
        await stage.Start();
        var people = Enumerable.Range(0, People).Select(place => stage.Person(5000 + place)).ToList();
        foreach (var person in people)
            person.Phone.SendText("/nosuch");
        await stage.Playground.Log.WaitForCount("sendMessage", 5, HostUnderTest.Patience);
        disk.Fill();
        var asked = People + await AskUntilSendingHolds(stage, people);
        var sent = stage.Playground.Log.Count("sendMessage");
        people[0].Phone.SendText("/help");
        // Between two tries to store them lie seconds, in each of which twenty messages used to go out.
        await stage.Playground.Log.WaitForCount(
            "getUpdates",
            stage.Playground.Log.Count("getUpdates") + 3,
            HostUnderTest.Patience
        );
        Assert.InRange(stage.Playground.Log.Count("sendMessage"), sent, sent + InFlight);

        await stage.Host.Kill();
        disk.Free();
        await stage.Start();
        await stage.Host.WaitForHealth(_ => Answered(people) >= asked);
        await people[0].Hear("Это бот проекта");
        await stage.Host.WaitUntilQuiet();
        Assert.InRange(Answered(people), asked, asked + InFlight);
    }

    [Fact]
    public async Task When_there_is_room_again_sending_goes_on_by_itself_and_repeats_nothing()
    {
        using var disk = SmallDisk.Open();
        await using var stage = await Stage.Open(
            new() { ["Sending__MessagesPerSecond"] = "20", ["Demo__Clock"] = "false" },
            folder: disk.Folder
        );
        await stage.Start();
        var people = Enumerable.Range(0, People).Select(place => stage.Person(5000 + place)).ToList();
        foreach (var person in people)
            person.Phone.SendText("/nosuch");
        await stage.Playground.Log.WaitForCount("sendMessage", 5, HostUnderTest.Patience);
        disk.Fill();
        var asked = People + await AskUntilSendingHolds(stage, people);
        disk.Free();

        await stage.Host.WaitForHealth(_ => Answered(people) >= asked);
        await stage.Host.WaitForHealth(_ =>
            stage.Host.Output.Contains("sending goes on", StringComparison.Ordinal)
        );
        await stage.Host.WaitUntilQuiet();
        Assert.Equal(asked, Answered(people));
    }

    [Fact]
    public async Task Chats_that_hang_keep_nobody_else_waiting()
    {
        await using var stage = await Stage.OpenAndStart();
        var silent = Enumerable.Range(0, 3).Select(place => stage.Person(5000 + place)).ToList();
        foreach (var person in silent)
        {
            stage.Playground.Faults.Add(
                new Fault
                {
                    Kind = FaultKind.Delay,
                    Method = "sendMessage",
                    ChatId = person.Account,
                    Delay = TimeSpan.FromSeconds(25),
                }
            );
            person.Phone.SendText("/nosuch");
        }
        await stage.Person(Stage.Curator).Ask("/help", Labels.Help);
        Assert.All(silent, person => Assert.Equal(0, person.CountOf(Labels.UnknownCommand)));

        foreach (var person in silent)
            await person.Hear(Labels.UnknownCommand);
        await stage.Host.WaitUntilQuiet();
        Assert.All(silent, person => Assert.Equal(1, person.CountOf(Labels.UnknownCommand)));
    }

    [Fact]
    public async Task An_hour_of_silence_is_told_to_the_operator_and_goes_on_after_a_restart()
    {
        await using var stage = await Stage.OpenAndStart();
        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.TooManyRequests,
                Method = "sendMessage",
                Times = null,
                RetryAfter = 3600,
            }
        );
        foreach (var account in new[] { 5001, 5002 })
        {
            stage.Person(account).Phone.SendText("/nosuch");
            await stage.Playground.Log.WaitFor(
                "sendMessage",
                request => request.ChatId == account,
                HostUnderTest.Patience
            );
        }
        await stage.Host.WaitForHealth(_ =>
            stage.Host.Output.Contains("the whole bot says nothing until", StringComparison.Ordinal)
        );
        Assert.Contains("takes nothing from the bot until", await stage.Host.WaitForTrouble("sending:bot"));
        await stage.Host.WaitForHealth(_ => stage.Stored().Count("pauses WHERE ChatId = 0") == 1);
        await stage.Host.Kill();
        stage.Playground.Faults.Clear();
        await using var next = await stage.Launch().WaitUntilAlive();
        await next.WaitForTrouble("sending:bot");

        stage.Person(5003).Phone.SendText("/start");
        await next.WaitForHealth(health => health.GetProperty("unsent").GetInt32() > 0);
        Assert.Equal(2, stage.Playground.Log.Count("sendMessage"));
    }

    /// <summary>
    /// What was freed within the files before is used up first, so a disk without a free byte still takes some.
    /// </summary>
    /// <returns>How often it was asked.</returns>
    private static async Task<int> AskUntilSendingHolds(Stage stage, List<Person> people)
    {
        var asked = 0;
        await stage.Host.WaitForHealth(_ =>
        {
            if (stage.Host.Output.Contains("nothing is sent until it can", StringComparison.Ordinal))
                return true;
            people[asked++ % people.Count].Phone.SendText("/nosuch");
            return false;
        });
        return asked;
    }

    private static int Answered(List<Person> people) =>
        people.Sum(person => person.CountOf(Labels.UnknownCommand));
}
