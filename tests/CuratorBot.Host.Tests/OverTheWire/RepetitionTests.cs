using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The messenger delivers an update more than once, or in an order of its own.</summary>
public sealed class RepetitionTests
{
    [Fact]
    public async Task An_update_that_comes_five_times_is_answered_once_even_across_a_restart()
    {
        await using var stage = await Stage.OpenAndStart();
        var curator = stage.Person(Stage.Curator);
        var number = stage.Playground.Updates.NextId;
        stage.Playground.Updates.NextId = number + 100;

        await RepeatUntilConfirmed(stage, number, 3);
        await curator.Hear(Labels.UnknownCommand);
        await stage.Host.Stop();
        await stage.Start();
        await RepeatUntilConfirmed(stage, number, 2);
        await curator.Ask("/help", Labels.Help);
        await stage.Host.Stop();

        Assert.Equal(1, curator.CountOf(Labels.UnknownCommand));
        Assert.Equal(1, stage.Stored().Count($"inbox WHERE UpdateId = {number}"));
    }

    [Fact]
    public async Task The_same_press_under_two_numbers_takes_effect_once_and_every_spinner_stops()
    {
        await using var stage = await Stage.OpenAndStart();
        var (stranger, coordinator) = (stage.Person(Stage.Stranger), stage.Person(Stage.Coordinator));
        await stranger.FillInRequest();

        var summary = stranger.Heard[^1];
        await PressTwice(stage, stranger, summary.MessageId, Labels.Send);
        var card = await coordinator.Hear(Labels.NewRequest);
        await PressTwice(stage, coordinator, card.MessageId, Labels.Accept);
        await stranger.Hear(Labels.Welcome);
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        Assert.Equal(1, stage.Stored().RequestsOf(Stage.Stranger));
        Assert.Equal(1, stage.Stored().RolesOf(Stage.Stranger));
        Assert.Equal(1, stranger.CountOf(Labels.Sent));
        Assert.Equal(1, stranger.CountOf(Labels.Welcome));
    }

    [Fact]
    public async Task Numbers_out_of_order_and_numbers_that_jump_leave_nobody_unanswered()
    {
        await using var stage = await Stage.OpenAndStart();
        var people = Enumerable.Range(0, 6).Select(place => stage.Person(5000 + place)).ToList();
        foreach (var person in people)
            await person.Ask("привет", Labels.Strangers);
        var updates = stage.Playground.Updates;
        var next = updates.NextId;
        await stage.Host.Stop();

        long[] numbers = [next + 7, next + 5, next + 6, next + 900_000, next + 899_999, next + 1_000_000];
        foreach (var (person, number) in people.Zip(numbers))
            updates.Enqueue(number, person.Account, Letters.Text(person.Account, "/nosuch"));
        await stage.Start();
        foreach (var person in people)
            await person.Hear(Labels.UnknownCommand);
        await stage.Host.Stop();

        // After a silence the messenger may begin anywhere, also far below.
        updates.Enqueue(17, people[0].Account, Letters.Text(people[0].Account, "/help"));
        await stage.Start();
        await people[0].Hear("Это бот проекта");
        await stage.Host.Stop();
        Assert.All(people, person => Assert.Equal(1, person.CountOf(Labels.UnknownCommand)));
    }

    private static async Task RepeatUntilConfirmed(Stage stage, long number, int times)
    {
        for (var time = 0; time < times; time++)
            stage.Playground.Updates.Enqueue(
                number,
                Stage.Curator,
                Letters.Text(Stage.Curator, "/nosuchcommand")
            );
        await stage.Host.WaitForHealth(_ => stage.Playground.Updates.Count == 0);
    }

    private static async Task PressTwice(Stage stage, Person person, int messageId, string button)
    {
        var data = person
            .Heard.Single(said => said.MessageId == messageId)
            .Buttons()
            .Single(found => found.Text == button)
            .Data!;
        var presses = new[]
        {
            person.Phone.PressStale(messageId, data),
            person.Phone.PressStale(messageId, data),
        };
        foreach (var press in presses)
            await stage.Playground.World.WaitForAnswer(press, HostUnderTest.Patience);
    }
}
