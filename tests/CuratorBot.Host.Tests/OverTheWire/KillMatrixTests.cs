using CuratorBot.Host.Tests.Support;
using CuratorBot.Messaging;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The host dies at a named place on the way of a message, and comes up again over its data.</summary>
public sealed class KillMatrixTests
{
    /// <summary>What is not yet marked as sent, and so what a kill can repeat.</summary>
    private const int InFlight = 3;

    private static readonly string[] Places =
    [
        FailPoints.Received,
        FailPoints.Stored,
        FailPoints.Handled,
        FailPoints.Committed,
        FailPoints.Sent,
        FailPoints.Marked,
    ];

    public static TheoryData<string> OnTheWayOfATurnThatWrites => new(Places);

    public static TheoryData<string> OnTheWayOfATurnThatReads => new(Places.Except([FailPoints.Committed]));

    /// <summary>Not on the way of a message: see the tests of the sweeps, of long tasks and of the start.</summary>
    private static readonly string[] Elsewhere =
    [
        FailPoints.Swept,
        FailPoints.Made,
        FailPoints.Migrated,
        FailPoints.Created,
    ];

    [Fact]
    public void Every_fail_point_is_killed_at_in_some_test() =>
        Assert.Equal(FailPoints.All.Order(), Places.Concat(Elsewhere).Order());

    [Theory]
    [MemberData(nameof(OnTheWayOfATurnThatWrites))]
    public async Task A_request_and_its_acceptance_take_effect_once_whatever_the_moment_of_death(string place)
    {
        await using var stage = await Stage.OpenAndStart();
        var (stranger, coordinator) = (stage.Person(Stage.Stranger), stage.Person(Stage.Coordinator));
        await stranger.FillInRequest();
        await stage.Host.Stop();

        await DieAt(stage, place, () => stranger.Phone.Press(Labels.Send));
        await stranger.Hear(Labels.Sent);
        await coordinator.Hear(Labels.NewRequest);
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        await DieAt(stage, place, () => coordinator.Phone.Press(Labels.Accept));
        await stranger.Hear(Labels.Welcome);
        await coordinator.Hear("Принято");
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        AssertOneOfEach(stage);
        Assert.InRange(stranger.CountOf(Labels.Sent), 1, 1 + InFlight);
        Assert.InRange(stranger.CountOf(Labels.Welcome), 1, 1 + InFlight);
        Assert.InRange(coordinator.CountOf(Labels.NewRequest), 1, 1 + InFlight);
        AssertInOrder(stranger, "Проверьте заявку", Labels.Sent, Labels.Welcome);
    }

    [Theory]
    [MemberData(nameof(OnTheWayOfATurnThatReads))]
    public async Task A_question_is_answered_whatever_the_moment_of_death(string place)
    {
        await using var stage = await Stage.OpenAndStart();
        var curator = stage.Person(Stage.Curator);
        await stage.Host.Stop();

        await DieAt(stage, place, () => curator.Phone.SendText("/nosuchcommand"));
        await curator.Hear(Labels.UnknownCommand);
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        Assert.InRange(curator.CountOf(Labels.UnknownCommand), 1, 1 + InFlight);
        Assert.Equal(0, stage.Stored().WaitingInbox);
        Assert.Equal(0, stage.Stored().WaitingOutbox);
    }

    [Fact]
    public async Task Without_a_death_everything_is_said_exactly_once()
    {
        await using var stage = await Stage.OpenAndStart();
        var (stranger, coordinator) = (stage.Person(Stage.Stranger), stage.Person(Stage.Coordinator));
        await stranger.SendRequest();
        await coordinator.Hear(Labels.NewRequest);
        coordinator.Phone.Press(Labels.Accept);
        await stranger.Hear(Labels.Welcome);
        await coordinator.Ask("/help", Labels.Help);
        await coordinator.Ask("/nosuchcommand", Labels.UnknownCommand);
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        AssertOneOfEach(stage);
        Assert.Equal(1, stranger.CountOf(Labels.Sent));
        Assert.Equal(1, stranger.CountOf(Labels.Welcome));
        Assert.Equal(1, coordinator.CountOf(Labels.NewRequest));
        Assert.Equal(1, coordinator.CountOf(Labels.Help));
        Assert.Equal(1, coordinator.CountOf(Labels.UnknownCommand));
    }

    /// <summary>A run that dies of what the person does, and another that takes up what it left behind.</summary>
    private static async Task DieAt(Stage stage, string place, Action act)
    {
        var doomed = await stage.Start(failAt: place);
        act();
        Assert.Equal(128 + 9, await doomed.WaitForExit());
        await stage.Start();
    }

    private static void AssertOneOfEach(Stage stage)
    {
        var stored = stage.Stored();
        Assert.Equal(1, stored.RequestsOf(Stage.Stranger));
        Assert.Equal(1, stored.RolesOf(Stage.Stranger));
        Assert.Equal(0, stored.WaitingInbox);
        Assert.Equal(0, stored.WaitingOutbox);
    }

    /// <summary>However often each was said: none for the first time before the one it follows.</summary>
    private static void AssertInOrder(Person person, params string[] said)
    {
        var firsts = said.Select(text => person.Heard.FindIndex(heard => heard.Text!.Contains(text)));
        Assert.Equal(firsts.Order(), firsts);
    }
}
