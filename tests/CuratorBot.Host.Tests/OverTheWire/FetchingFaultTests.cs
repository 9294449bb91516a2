using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground.Faults;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The Bot API fails while the bot asks for updates.</summary>
public sealed class FetchingFaultTests
{
    private const string Conflict =
        """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""";

    [Fact]
    public async Task Polling_goes_on_after_every_kind_of_failure_and_loses_nothing()
    {
        await using var stage = await Stage.OpenAndStart();
        var people = Enumerable.Range(0, 4).Select(place => stage.Person(5000 + place)).ToList();
        Fault[] faults =
        [
            new()
            {
                Kind = FaultKind.Answer,
                Status = 409,
                Body = Conflict,
                ContentType = "application/json",
            },
            new() { Kind = FaultKind.Answer, Status = 502 },
            new() { Kind = FaultKind.Truncate },
            new() { Kind = FaultKind.Drop },
            new() { Kind = FaultKind.AcceptThenDrop },
        ];
        for (var round = 0; round < faults.Length; round++)
        {
            await stage.Playground.Updates.WaitForPoll(HostUnderTest.Patience);
            stage.Playground.Faults.Add(faults[round] with { Method = "getUpdates" });
            // Ends the poll that waits; the next one suffers.
            await stage.Person(Stage.Curator).Ask("/nosuch", Labels.UnknownCommand);
            foreach (var person in people)
                person.Phone.SendText("привет");
            foreach (var person in people)
                await stage.Playground.WaitForMessage(
                    person.Account,
                    _ => person.CountOf(Labels.Strangers) == round + 1,
                    HostUnderTest.Patience
                );
        }
        await stage.Person(Stage.Curator).Ask("/help", Labels.Help);

        Assert.All(people, person => Assert.Equal(faults.Length, person.CountOf(Labels.Strangers)));
        Assert.Equal(faults.Length, stage.Person(Stage.Curator).CountOf(Labels.UnknownCommand));
    }

    [Fact]
    public async Task A_webhook_left_over_from_before_is_taken_away_even_when_that_fails_at_first()
    {
        await using var stage = await Stage.Open();
        using var http = new HttpClient { BaseAddress = stage.Playground.Address };
        using var set = await http.GetAsync(
            new Uri($"/bot{HostUnderTest.Token}/setWebhook?url=http://127.0.0.1:9/old", UriKind.Relative)
        );
        Assert.True(set.IsSuccessStatusCode);
        stage.Playground.Faults.Add(new Fault { Kind = FaultKind.Answer, Method = "deleteWebhook" });

        await stage.Start();
        await stage.Person(Stage.Curator).Ask("/help", Labels.Help);
    }
}
