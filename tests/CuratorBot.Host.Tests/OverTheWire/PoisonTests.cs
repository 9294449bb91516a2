using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground.Faults;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>Updates that nobody can read.</summary>
public sealed class PoisonTests
{
    [Fact]
    public async Task Unreadable_updates_in_a_batch_are_put_aside_and_everybody_else_is_answered()
    {
        await using var stage = await Stage.Open();
        var people = Enumerable
            .Range(0, 100 - Letters.Unreadable.Count)
            .Select(i => stage.Person(5000 + i))
            .ToList();
        var parked = new List<(long Number, string Raw)>();
        foreach (var person in people)
        {
            person.Phone.SendText("/nosuch");
            if (person.Account % 20 != 10 || parked.Count == Letters.Unreadable.Count)
                continue;
            var raw = Letters.Unreadable.Values.ElementAt(parked.Count);
            parked.Add((stage.Playground.Updates.Enqueue(1, Letters.Bytes(raw)), raw));
        }
        Assert.Equal(100, stage.Playground.Updates.Count);

        await stage.Start();
        foreach (var person in people)
            await person.Hear(Labels.UnknownCommand);
        await stage.Host.WaitForHealth(_ => stage.Playground.Updates.Count == 0);
        Assert.Equal(parked.Count, (await stage.Host.Health()).GetProperty("parked").GetInt32());
        await stage.Host.Stop();

        foreach (var (number, raw) in parked)
        {
            var row = stage.Stored().Ask($"SELECT State, Body FROM inbox WHERE UpdateId = {number}").Single();
            Assert.Equal(2L, row[0]);
            Assert.Equal($"{{\"update_id\":{number},{raw}}}", row[1]);
        }
        Assert.All(people, person => Assert.Equal(1, person.CountOf(Labels.UnknownCommand)));
    }

    [Fact]
    public async Task Updates_that_ask_nothing_of_the_bot_are_done_and_not_put_aside()
    {
        await using var stage = await Stage.OpenAndStart();
        stage.Playground.Updates.Enqueue(1, Letters.Bytes("\"message\":null"));
        stage.Playground.Updates.Enqueue(
            1,
            Letters.Bytes(
                "\"message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":-5,\"type\":\"channel\"}}"
            )
        );
        await stage.Person(Stage.Curator).Ask("/help", Labels.Help);

        await stage.Host.WaitUntilQuiet();
        Assert.Equal(0, (await stage.Host.Health()).GetProperty("parked").GetInt32());
    }

    [Fact]
    public async Task Updates_without_a_number_are_not_asked_for_again_at_once()
    {
        await using var stage = await Stage.OpenAndStart();
        var curator = stage.Person(Stage.Curator);
        stage.Playground.Faults.Add(
            new Fault
            {
                Kind = FaultKind.Answer,
                Method = "getUpdates",
                Times = 3,
                Status = 200,
                ContentType = "application/json",
                Body = """{"ok":true,"result":[null,7,{"message":{}}]}""",
            }
        );
        await curator.Ask("/help", Labels.Help); // the poll that waits was asked before the fault
        await curator.Ask("/nosuch", Labels.UnknownCommand);

        var numberless = stage
            .Playground.Log.Requests("getUpdates")
            .Where(poll => poll.Response.Contains("[null,7"))
            .ToList();
        Assert.Equal(3, numberless.Count);
        var pauses = numberless.Zip(numberless.Skip(1), (one, next) => next.At - one.At);
        Assert.All(pauses, pause => Assert.True(pause > TimeSpan.FromMilliseconds(300), $"{pause}"));
    }
}
